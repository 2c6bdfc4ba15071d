package nexus.app.config;

import java.util.regex.Pattern;

/// Finds the lines of a TOML text that are headers of tables, by the little of TOML's grammar that this takes:
/// strings of all four kinds, comments and brackets. What it says of a text that is no TOML is of no use, but it
/// ends.
final class TomlLines {

    enum Header {
        /// `[[backends]]`.
        BACKEND,
        /// `[backends.tls]`: a part of the entry before it.
        OF_BACKEND,
        OTHER
    }

    interface Found {
        /// @param offset where the line starts
        /// @param line   the lines before it
        void header(Header header, int offset, int line);
    }

    private static final Pattern BACKEND = Pattern.compile("[ \t]*\\[\\[[ \t]*backends[ \t]*]][ \t]*(#.*)?\r?");
    private static final Pattern OF_BACKEND = Pattern.compile("[ \t]*\\[[ \t]*backends[ \t]*\\..*\r?");

    private final String text;
    private int at;
    private int line;
    private int depth;

    private TomlLines(String text) {
        this.text = text;
    }

    static void scan(String text, Found found) {
        var lines = new TomlLines(text);
        while (lines.at < text.length()) {
            int start = lines.at;
            if (lines.depth == 0 && lines.isHeader()) {
                found.header(lines.kind(), start, lines.line);
            }
            lines.skipLine();
        }
    }

    private boolean isHeader() {
        int first = at;
        while (first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
            first++;
        }
        return text.startsWith("[", first);
    }

    private Header kind() {
        int end = text.indexOf('\n', at);
        var header = text.substring(at, end < 0 ? text.length() : end);
        if (BACKEND.matcher(header).matches()) {
            return Header.BACKEND;
        }
        return OF_BACKEND.matcher(header).matches() ? Header.OF_BACKEND : Header.OTHER;
    }

    /// To the start of the next line that does not start within a string.
    private void skipLine() {
        while (at < text.length()) {
            char c = text.charAt(at);
            switch (c) {
                case '\n' -> {
                    at++;
                    line++;
                    return;
                }
                case '#' -> {
                    int end = text.indexOf('\n', at);
                    at = end < 0 ? text.length() : end;
                }
                case '"', '\'' -> skipString(c);
                case '[', '{' -> step(1);
                case ']', '}' -> step(-1);
                default -> at++;
            }
        }
    }

    private void step(int deeper) {
        depth = Math.max(0, depth + deeper);
        at++;
    }

    private void skipString(char quote) {
        String three = String.valueOf(quote).repeat(3);
        boolean lines = text.startsWith(three, at);
        at += lines ? 3 : 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (lines ? text.startsWith(three, at) : c == quote) {
                at += lines ? 3 : 1;
                return;
            }
            if (c == '\n') {
                if (!lines) {
                    return;
                }
                line++;
            }
            at += c == '\\' && quote == '"' && next() != '\n' ? 2 : 1;
        }
        at = Math.min(at, text.length());
    }

    private char next() {
        return at + 1 < text.length() ? text.charAt(at + 1) : '\n';
    }
}
