package nexus.app.config;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Writes TOML 1.0 that reads back as what was given. No control character is ever written raw, so the text may be
/// printed too.
public final class TomlWriter {

    private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z0-9_-]+");

    private TomlWriter() {}

    /// A `[[backends]]` entry, ready to be pasted; ends with a line's end.
    ///
    /// @throws IllegalArgumentException for a value that no key of a backend takes
    public static String backend(BackendEntry entry) {
        var text = new StringBuilder("[[backends]]\n");
        entry.settings().forEach((key, value) -> text.append(line(key, value)));
        return text.toString();
    }

    /// `key = value` and the line's end.
    static String line(String key, Object value) {
        return key(key) + " = " + value(value) + "\n";
    }

    private static String key(String name) {
        return BARE_KEY.matcher(name).matches() ? name : text(name);
    }

    private static String value(Object value) {
        return switch (value) {
            case String text -> text(text);
            case Long number -> number.toString();
            case Double number when Double.isFinite(number) -> fraction(number);
            case Boolean on -> on.toString();
            case Collection<?> list -> list.stream().map(TomlWriter::value).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> table when table.isEmpty() -> "{}";
            case Map<?, ?> table ->
                table.entrySet().stream()
                        .map(entry -> key((String) entry.getKey()) + " = " + value(entry.getValue()))
                        .collect(Collectors.joining(", ", "{ ", " }"));
            default ->
                throw new IllegalArgumentException(value.getClass().getSimpleName() + " is no value of a backend");
        };
    }

    /// A float of TOML has a point, or it is a whole number.
    private static String fraction(double number) {
        String plain = BigDecimal.valueOf(number).toPlainString();
        return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }

    private static String text(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int c) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            case '\r' -> quoted.append("\\r");
            default -> {
                if (Shown.isPlain(c)) {
                    quoted.appendCodePoint(c);
                } else if (Character.getType(c) == Character.SURROGATE) {
                    // Half a character: TOML has no way to write one.
                    quoted.append("\\uFFFD");
                } else {
                    quoted.append(c > 0xffff ? "\\U%08X".formatted(c) : "\\u%04X".formatted(c));
                }
            }
        }
    }
}
