package nexus.spi.support;

import java.util.Optional;
import nexus.spi.Answer;
import nexus.spi.Reading;

/// Texts from servers made fit to be shown, and the reason that an error answer gives. Whatever a server sends is shown
/// in a log, a terminal, a page: it must not span lines, carry escape sequences, or show the key it was asked with.
public final class ErrorText {

    /// The longest text that [#clean] gives, in characters.
    public static final int MAX_CHARS = 200;

    private static final int LOOKED_AT = 1024;

    private ErrorText() {}

    /// One line that can be shown anywhere: no control or direction characters, at most [#MAX_CHARS] long, and
    /// `[redacted]` where it holds what looks like a key.
    ///
    /// @param raw any text
    /// @return never null, may be empty
    public static String clean(String raw) {
        String redacted = Redaction.of(isOneLine(raw) ? raw : oneLine(raw));
        return redacted.length() <= MAX_CHARS ? redacted : cut(redacted) + "…";
    }

    /// The reason that the body of an error answer gives, cleaned; empty if it gives none. Knows OpenAI's and
    /// FastAPI's shapes, plain `{"error":"text"}`, and `{"status":"starting","reason":"..."}`.
    ///
    /// @param answer of any status and form
    /// @return one line that can be shown
    public static Optional<String> of(Answer answer) {
        return JsonText.of(answer).otherThanJson().isPresent()
                ? Optional.empty()
                : ErrorBody.read(answer).flatMap(ErrorBody::ofFailure).map(ErrorText::reason);
    }

    /// The reading of an answer whose status is not 2xx: not ready with the server's reason, or unreadable.
    ///
    /// @param answer of a status outside 2xx
    /// @return never a ready one
    public static Reading reading(Answer answer) {
        var other = JsonText.of(answer).otherThanJson();
        if (other.isPresent()) {
            return Reading.unreadable(other.get());
        }
        return of(answer).map(Reading::notReady).orElseGet(() -> Reading.unreadable("no error text in it"));
    }

    /// As [#clean], with llama-server's "Loading model" in the house's spelling.
    static String reason(String raw) {
        String text = clean(raw);
        if (text.isEmpty()) {
            return "an error without a message";
        }
        return text.equalsIgnoreCase("loading model") ? "loading model" : text;
    }

    /// Whether [#oneLine] has nothing to do, as with nearly all texts.
    private static boolean isOneLine(String raw) {
        char last = ' ';
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && last == ' ') {
                return false;
            }
            last = c;
        }
        return raw.isEmpty() || last != ' ' && raw.length() <= LOOKED_AT;
    }

    private static String oneLine(String raw) {
        var line = new StringBuilder();
        raw.codePoints()
                .limit(LOOKED_AT * 4L)
                .map(c -> isShown(c) ? c : ' ')
                .filter(c -> c != ' ' || (!line.isEmpty() && line.charAt(line.length() - 1) != ' '))
                .limit(LOOKED_AT)
                .forEach(line::appendCodePoint);
        return line.toString().stripTrailing();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }

    private static String cut(String text) {
        int end = MAX_CHARS - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }
}
