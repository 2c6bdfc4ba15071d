package nexus.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import nexus.app.log.Printable;

/// A table in a box of lines. Cells are made harmless, columns are as wide as their widest cell; where a terminal
/// is narrower than that, the widest columns are cut.
final class Table {

    /// Columns are not cut below this.
    private static final int NARROWEST = 8;

    /// @param text what is shown, as it came
    record Cell(String text, Style style) {
        Cell {
            text = Printable.text(text);
        }

        static Cell of(String text) {
            return new Cell(text, Style.PLAIN);
        }
    }

    private final List<Cell> header;
    private final List<List<Cell>> rows = new ArrayList<>();

    Table(String... header) {
        this.header = List.of(header).stream().map(Cell::of).toList();
    }

    /// Adds a row of as many cells as the header has.
    void row(Cell... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException(cells.length + " cells under " + header.size() + " headings");
        }
        rows.add(List.of(cells));
    }

    String text(Terminal terminal) {
        int[] widths = widths(terminal);
        var text = new StringBuilder();
        rule(text, widths, "┌┬┐");
        line(text, widths, header, false);
        rule(text, widths, "├┼┤");
        boolean coloured = terminal.isColoured();
        rows.forEach(row -> line(text, widths, row, coloured));
        rule(text, widths, "└┴┘");
        return text.toString();
    }

    private int[] widths(Terminal terminal) {
        int[] widths = new int[header.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = DisplayWidth.of(header.get(column).text());
            for (var row : rows) {
                widths[column] =
                        Math.max(widths[column], DisplayWidth.of(row.get(column).text()));
            }
        }
        int lines = 3 * widths.length + 1;
        int taken = IntStream.of(widths).sum();
        terminal.width(taken + lines).ifPresent(limit -> narrow(widths, taken, limit - lines));
        return widths;
    }

    private static void narrow(int[] widths, int wanted, int room) {
        int taken = wanted;
        for (int widest = widest(widths); taken > room && widths[widest] > NARROWEST; widest = widest(widths)) {
            widths[widest]--;
            taken--;
        }
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int column = 1; column < widths.length; column++) {
            if (widths[column] >= widths[widest]) {
                widest = column;
            }
        }
        return widest;
    }

    private static void rule(StringBuilder text, int[] widths, String corners) {
        for (int column = 0; column < widths.length; column++) {
            text.append(corners.charAt(column == 0 ? 0 : 1)).repeat('─', widths[column] + 2);
        }
        text.append(corners.charAt(2)).append('\n');
    }

    private static void line(StringBuilder text, int[] widths, List<Cell> cells, boolean coloured) {
        for (int column = 0; column < widths.length; column++) {
            var cell = cells.get(column);
            String shown = DisplayWidth.cut(cell.text(), widths[column]);
            text.append("│ ").append(coloured ? cell.style().paint(shown) : shown);
            text.repeat(' ', widths[column] - DisplayWidth.of(shown) + 1);
        }
        text.append("│\n");
    }
}
