package nexus.app.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// `docs/faults.md` and the faults that stand behind it.
final class Book {

    static final Path FILE = Path.of("..", "docs", "faults.md");

    private static final int CELLS = 5;

    private Book() {}

    /// Every fault there is, in the order of the book.
    static List<Fault> faults() {
        return Stream.of(
                        Connecting.FAULTS,
                        Tls.FAULTS,
                        Framing.FAULTS,
                        Bodies.FAULTS,
                        Statuses.FAULTS,
                        FollowUps.FAULTS,
                        Observer.FAULTS)
                .flatMap(List::stream)
                .toList();
    }

    /// The rows by their id: those table lines whose first cell is in backticks.
    static Map<String, Seen> rows() throws IOException {
        var rows = new LinkedHashMap<String, Seen>();
        for (String line : Files.readAllLines(FILE)) {
            if (line.startsWith("| `")) {
                String[] cells = line.substring(1, line.lastIndexOf('|')).split("(?<!\\\\)\\|");
                if (cells.length != CELLS) {
                    throw new IOException(cells.length + " cells instead of " + CELLS + ": " + line);
                }
                String id = text(cells[0]);
                if (rows.put(id, new Seen(text(cells[2]), text(cells[3]), text(cells[4]))) != null) {
                    throw new IOException("two rows with the id " + id);
                }
            }
        }
        return rows;
    }

    private static String text(String cell) {
        return cell.strip().replaceAll("^`|`$", "").replace("\\|", "|");
    }
}
