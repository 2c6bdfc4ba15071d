package nexus.app.config;

import java.util.ArrayList;
import java.util.List;

/// A file's text in parts that can be parsed one after another, which keeps the parser's memory small: runs of
/// plain `[[backends]]` entries, and the rest. An entry ends where the next one or a table of another name starts;
/// `[backends.labels]` belongs to the entry before it.
final class TomlCut {

    /// Consecutive entries.
    ///
    /// @param lines   the lines before the run
    /// @param text    of all of its entries
    /// @param entries how many these are
    record Run(int lines, String text, int entries) {}

    private final String text;
    private final int most;
    private final StringBuilder rest = new StringBuilder();
    private final List<Run> runs = new ArrayList<>();
    /// Where the present run starts, or the present piece of the rest.
    private int start;

    private int startLine;
    private int entries;
    private boolean inRun;

    private TomlCut(String text, int most) {
        this.text = text;
        this.most = most;
    }

    /// @param most characters of a run, about: the entry that is longer stays whole
    static TomlCut of(String text, int most) {
        var cut = new TomlCut(text, most);
        TomlLines.scan(text, cut::header);
        cut.end(text.length(), 0);
        return cut;
    }

    /// The file with an empty line in place of each line of a run.
    String rest() {
        return rest.toString();
    }

    /// In file order.
    List<Run> runs() {
        return runs;
    }

    private void header(TomlLines.Header header, int offset, int line) {
        switch (header) {
            case BACKEND -> {
                if (!inRun || offset - start >= most) {
                    end(offset, line);
                    inRun = true;
                }
                entries++;
            }
            case OF_BACKEND -> {}
            case OTHER -> {
                if (inRun) {
                    end(offset, line);
                    inRun = false;
                }
            }
        }
    }

    private void end(int offset, int line) {
        String piece = text.substring(start, offset);
        if (inRun) {
            runs.add(new Run(startLine, piece, entries));
            entries = 0;
            piece.chars().filter(c -> c == '\n').forEach(_ -> rest.append('\n'));
        } else {
            rest.append(piece);
        }
        start = offset;
        startLine = line;
    }
}
