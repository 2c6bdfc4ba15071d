package nexus.app.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Values as messages show them: short, on one line, without control characters and without user info.
final class Shown {

    private static final int LONGEST = 80;
    private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private Shown() {}

    /// A value of the file.
    static String value(Object value) {
        return switch (value) {
            case String text -> quoted(text);
            case RawTable _ -> "a table";
            case List<?> _ -> "an array";
            case null, default -> line(String.valueOf(value));
        };
    }

    static String quoted(String text) {
        return '"' + line(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }

    /// A URL without what might be a password: everything up to the last `@`, and the query.
    static String url(String text) {
        if (text.indexOf('@') >= 0) {
            return "a URL with user info (not shown)";
        }
        int end = text.length();
        for (char mark : new char[] {'?', '#'}) {
            int at = text.indexOf(mark);
            end = at < 0 ? end : Math.min(end, at);
        }
        return quoted(text.substring(0, end) + (end < text.length() ? "..." : ""));
    }

    /// A key as it stands in a path of keys: bare where TOML takes it bare.
    static String key(String name) {
        return BARE_KEY.matcher(name).matches() ? name : quoted(name);
    }

    /// A value or a key's name on one line of bounded length.
    static String line(String text) {
        return sentence(text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text);
    }

    /// Any text on one line.
    static String sentence(String text) {
        var line = new StringBuilder();
        text.codePoints().forEach(c -> append(line, c));
        return line.toString();
    }

    private static void append(StringBuilder line, int c) {
        if (isPlain(c)) {
            line.appendCodePoint(c);
        } else {
            line.append(String.format(Locale.ROOT, "\\u%04x", c));
        }
    }

    /// Whether a character can stand on a terminal as it is.
    static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
