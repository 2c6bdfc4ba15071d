package nexus.app.exchange;

/// Makes text of strangers fit for a log line or a terminal.
final class Printable {

    private static final int LONGEST = 200;

    private Printable() {}

    /// The text without control and format characters, cut at 200 characters.
    static String of(String text) {
        var shown = new StringBuilder(Math.min(text.length(), LONGEST + 3));
        text.codePoints().limit(LONGEST).forEach(c -> shown.appendCodePoint(isHarmless(c) ? c : '?'));
        return text.codePointCount(0, text.length()) > LONGEST
                ? shown.append("...").toString()
                : shown.toString();
    }

    private static boolean isHarmless(int c) {
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

    /// Bytes as text: printable ASCII as it is, all else as `\x1b`.
    static String of(byte[] bytes, int from, int to) {
        var shown = new StringBuilder();
        for (int i = from; i < to; i++) {
            int b = bytes[i] & 0xff;
            if (b >= 0x20 && b < 0x7f && b != '\\') {
                shown.append((char) b);
            } else {
                shown.append("\\x").append(Character.forDigit(b >> 4, 16)).append(Character.forDigit(b & 15, 16));
            }
        }
        return shown.toString();
    }
}
