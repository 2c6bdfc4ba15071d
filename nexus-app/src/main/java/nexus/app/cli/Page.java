package nexus.app.cli;

import java.util.ArrayList;
import java.util.List;
import nexus.app.log.Printable;

/// Lines for one screen: texts are made harmless and wrapped at blanks, so that what belongs to a label stands
/// beside it. Confined to one command.
final class Page {

    private static final int LABEL = 10;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 140;

    private final Paper paper;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    /// What it is shown on.
    ///
    /// @param width    in columns; [#ENDLESS] for what programs read
    /// @param unicode  false: ASCII alone
    /// @param coloured whether colours are welcome
    record Paper(int width, boolean unicode, boolean coloured) {

        static final int ENDLESS = Integer.MAX_VALUE;

        static Paper of(Terminal terminal) {
            int width = terminal.width(Terminal.USUAL_WIDTH + 1)
                    .orElse(terminal.isInteractive() ? Terminal.USUAL_WIDTH : ENDLESS);
            return new Paper(width, terminal.isUnicode(), terminal.isColoured());
        }

        String painted(Style style, String text) {
            return coloured ? style.paint(text) : text;
        }
    }

    Page(Paper paper) {
        this.paper = paper;
        this.width = paper.width() == Paper.ENDLESS ? paper.width() : Math.clamp(paper.width(), NARROWEST, WIDEST);
    }

    Paper paper() {
        return paper;
    }

    /// The columns beside a label.
    int room() {
        return width - LABEL;
    }

    /// A sentence after a mark of its own colour.
    void headline(String mark, Style style, String text) {
        var wrapped = wrapped(text, width - 2);
        lines.add(paper.painted(style, mark) + " " + wrapped.getFirst());
        wrapped.stream().skip(1).forEach(line -> lines.add("  " + line));
    }

    /// A line that begins at the margin and is never wrapped: scripts look for its beginning and its end.
    void whole(String text) {
        lines.add(plain(text));
    }

    /// A sentence under the headline.
    void paragraph(String text) {
        wrapped(text, width - 2).forEach(line -> lines.add("  " + line));
    }

    /// A label and what there is to say about it.
    void item(String label, String text) {
        var wrapped = wrapped(text, room());
        ready(label, wrapped.getFirst());
        wrapped.stream().skip(1).forEach(line -> ready("", line));
    }

    /// As [#item], for a line whose blanks are columns: they stay unless it has to be wrapped.
    void row(String label, String line) {
        String plain = plain(line);
        if (DisplayWidth.of(plain) <= room()) {
            ready(label, plain);
        } else {
            item(label, line.replaceAll(" +", " "));
        }
    }

    /// As [#item], for a line that is harmless and fits, and may hold colours.
    void ready(String label, String line) {
        lines.add(("  " + label + " ".repeat(LABEL - 2 - label.length()) + line).stripTrailing());
    }

    /// An empty line, never two of them.
    void gap() {
        if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
            lines.add("");
        }
    }

    String text() {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    private List<String> wrapped(String text, int room) {
        var wrapped = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : plain(text).split(" ")) {
            if (!line.isEmpty() && DisplayWidth.of(line.toString()) + 1 + DisplayWidth.of(word) > room) {
                wrapped.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            breakUp(line, room, wrapped);
        }
        wrapped.add(line.toString());
        return wrapped;
    }

    /// Long words, such as URLs, are broken where the line ends.
    private static void breakUp(StringBuilder line, int room, List<String> wrapped) {
        while (DisplayWidth.of(line.toString()) > room) {
            int end = 0;
            for (int used = 0; ; ) {
                int point = line.codePointAt(end);
                used += DisplayWidth.of(point);
                if (used > room) {
                    break;
                }
                end += Character.charCount(point);
            }
            wrapped.add(line.substring(0, end));
            line.delete(0, end);
        }
    }

    private String plain(String text) {
        String harmless = Printable.text(text);
        return paper.unicode() ? harmless : harmless.replace("…", "...").replaceAll("[^ -~]", "?");
    }
}
