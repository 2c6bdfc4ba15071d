package nexus.distribution.docs;

import java.util.ArrayList;
import java.util.List;

/// Finds the fenced blocks of a page, and the marks before them.
final class PageReader {

    private static final String FENCE = "```";

    private final List<String> lines;
    private final List<Part> parts = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private int at;

    private PageReader(String markdown) {
        this.lines = markdown.lines().toList();
    }

    /// @throws AssertionError that names the line, for what can't be understood
    static List<Part> read(String markdown) {
        var reader = new PageReader(markdown);
        while (reader.at < reader.lines.size()) {
            reader.next();
        }
        reader.expectNoMarks();
        return reader.parts;
    }

    private void next() {
        var line = lines.get(at).strip();
        if (line.startsWith(FENCE)) {
            block(line.substring(FENCE.length()).strip());
        } else if (line.startsWith("<!--")) {
            comment();
        } else {
            if (!line.isEmpty()) {
                expectNoMarks();
            }
            at++;
        }
    }

    private void block(String language) {
        int begin = ++at;
        int indent = lines.get(begin - 1).indexOf(FENCE);
        var text = new StringBuilder();
        for (; !lineHere().strip().equals(FENCE); at++) {
            text.append(dedented(lines.get(at), indent)).append('\n');
        }
        at++;
        parts.add(new Part.Block(begin, language, text.toString(), marks));
        marks.clear();
    }

    /// A block within a list is indented as the list is.
    private static String dedented(String line, int indent) {
        return line.substring(
                Math.min(indent, line.length() - line.stripLeading().length()));
    }

    private void comment() {
        int begin = at + 1;
        var comment = new StringBuilder(lineHere());
        while (!comment.toString().contains("-->")) {
            at++;
            comment.append('\n').append(lineHere());
        }
        at++;
        mark(comment.toString().strip(), begin);
    }

    private void mark(String comment, int line) {
        try {
            Mark.of(comment).ifPresent(mark -> {
                switch (mark.word()) {
                    case SCENE -> parts.add(new Part.NewScene(line, mark.value()));
                    case DO -> parts.add(new Part.Hidden(line, mark.value()));
                    case FILE, APPEND, RUN, SHOWN, NOT_RUN -> marks.add(mark);
                }
            });
        } catch (IllegalArgumentException e) {
            throw new AssertionError("line " + line + ": " + e.getMessage(), e);
        }
    }

    private String lineHere() {
        if (at >= lines.size()) {
            throw new AssertionError("a block or comment has no end");
        }
        return lines.get(at);
    }

    private void expectNoMarks() {
        if (!marks.isEmpty()) {
            throw new AssertionError("line " + (at + 1) + ": the mark \""
                    + marks.getFirst().word().written() + "\" before it has no block");
        }
    }
}
