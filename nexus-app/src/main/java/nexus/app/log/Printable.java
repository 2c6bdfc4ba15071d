package nexus.app.log;

/// Makes text from outside harmless for terminals and line-based readers.
///
/// Escaped are control characters (C0, DEL, C1), line and paragraph separators, invisible format characters that
/// reorder or hide text (bidirectional overrides, zero-width ones), and halves of surrogate pairs. Quoted text is
/// valid as a JSON string too.
public final class Printable {

    private Printable() {}

    /// The text with every harmful character as an escape: `\n`, `\u001b`. One that has none is returned as is.
    public static String text(String text) {
        return isHarmless(text)
                ? text
                : appendTo(new StringBuilder(text.length() + 16), text).toString();
    }

    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    static StringBuilder appendTo(StringBuilder line, String text) {
        return append(line, text, false);
    }

    static StringBuilder appendQuotedTo(StringBuilder line, String text) {
        return append(line.append('"'), text, true).append('"');
    }

    private static StringBuilder append(StringBuilder line, String text, boolean quoted) {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (quoted && (point == '"' || point == '\\')) {
                line.append('\\').append((char) point);
            } else if (isHarmful(point)) {
                escape(line, point);
            } else {
                line.appendCodePoint(point);
            }
        }
        return line;
    }

    private static boolean isHarmful(int point) {
        if (point >= ' ' && point < 0x7f) {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static void escape(StringBuilder line, int point) {
        switch (point) {
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                for (char c : Character.toChars(point)) {
                    line.append(String.format("\\u%04x", (int) c));
                }
            }
        }
    }
}
