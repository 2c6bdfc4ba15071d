package nexus.app.explain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nexus.app.check.CleanText;
import nexus.app.explain.Explanation.SeenWords;
import nexus.app.registry.Seen;

/// Makes the first bytes of a stranger's answer fit to be shown: a text as one line without secrets, anything else
/// with escapes, so that a person sees which protocol it is.
final class SeenText {

    /// Enough to know a protocol by; shorter than what a cleaned text may have, so that all of it was looked at
    /// for secrets.
    private static final int ESCAPED_CHARS = 64;
    private static final int LONGEST_CHARACTER = 4;
    private static final List<String> REDACTIONS = List.of("[redacted]", "***");

    private SeenText() {}

    /// @param secrets what the backend's requests carry
    static SeenWords of(Seen seen, List<String> secrets) {
        byte[] bytes = seen.bytes();
        boolean cut = bytes.length == Seen.MOST;
        Optional<String> decoded = utf8(bytes, cut);
        String text = decoded.orElse(seen.start());
        text = cut ? withoutBrokenWord(text, secrets) : text;
        String clean = CleanText.of(text, secrets);
        boolean escapes =
                !isReadable(text, decoded.isPresent()) && REDACTIONS.stream().noneMatch(clean::contains);
        return new SeenWords(
                Optional.of(seen.status()).filter(status -> status > 0),
                escapes ? escaped(shortened(text), decoded.isEmpty()) : clean,
                seen.length(),
                cut || escapes && text.length() > ESCAPED_CHARS);
    }

    private static boolean isReadable(String text, boolean decoded) {
        return decoded && text.chars().allMatch(SeenText::isOfText);
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), ESCAPED_CHARS));
    }

    /// Empty if it is not UTF-8; a character that the cut went through is left out.
    private static Optional<String> utf8(byte[] bytes, boolean cut) {
        for (int missing = 0; missing < (cut ? LONGEST_CHARACTER : 1); missing++) {
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, 0, bytes.length - missing))
                        .toString());
            } catch (CharacterCodingException e) {
                // Perhaps only its end is broken.
            }
        }
        return Optional.empty();
    }

    /// Half a secret is not recognised as one any more: neither half a word nor the beginning of a secret stays.
    private static String withoutBrokenWord(String text, List<String> secrets) {
        int end = text.length();
        while (end > 0 && isOfWord(text.charAt(end - 1))) {
            end--;
        }
        for (var secret : secrets) {
            for (int length = Math.min(secret.length() - 1, text.length()); length > 0; length--) {
                if (text.endsWith(secret.substring(0, length))) {
                    end = Math.min(end, text.length() - length);
                }
            }
        }
        return text.substring(0, end);
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private static boolean isOfText(int c) {
        return c >= ' ' && !isHarmful(c) || c == '\n' || c == '\r' || c == '\t';
    }

    private static boolean isHarmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String escaped(String text, boolean binary) {
        var line = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                    boolean plain = c >= ' ' && c < 0x7f || c >= 0x7f && !binary && !isHarmful(c) && !isHalf(c);
                    if (plain) {
                        line.appendCodePoint(c);
                    } else {
                        line.append(String.format(Locale.ROOT, c < 0x100 ? "\\x%02x" : "\\u%04x", c));
                    }
                }
            }
        });
        return line.toString();
    }

    private static boolean isHalf(int c) {
        return Character.getType(c) == Character.SURROGATE;
    }
}
