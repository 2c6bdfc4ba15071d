package nexus.app.events;

import java.util.Objects;
import java.util.regex.Pattern;
import nexus.app.health.CheckError;

/// Why a backend is not healthy: a [CheckError] in words that can be kept.
///
/// @param kind  `Timeout`
/// @param text  `Timeout(5)`
/// @param cause in one line
/// @param fix   what to do about it, in one line
public record Cause(String kind, String text, String cause, String fix) {

    /// What differs from check to check though the reason is the same: times, counts, request ids, quotations.
    private static final Pattern PASSING = Pattern.compile("\"[^\"]*\"|\\S*[0-9]\\S*");

    public Cause {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(fix, "fix");
    }

    public static Cause of(CheckError error) {
        return new Cause(error.kind(), error.text(), error.cause(), error.fix());
    }

    /// Whether both name one reason; numbers and quotations within the words are no difference, a status code is.
    public boolean isSameReason(Cause other) {
        return kind.equals(other.kind) && (sameText(other) && lasting(cause).equals(lasting(other.cause)));
    }

    /// The text of a [CheckError.ParseError] repeats its words.
    private boolean sameText(Cause other) {
        return kind.equals("ParseError") || text.equals(other.text);
    }

    private static String lasting(String words) {
        return PASSING.matcher(words).replaceAll("#");
    }
}
