package nexus.app.events;

import java.util.Objects;
import nexus.app.health.CheckError;

/// Why a backend is not healthy: a [CheckError] in words that can be kept.
///
/// @param kind  `Timeout`
/// @param text  `Timeout(5)`
/// @param cause in one line
/// @param fix   what to do about it, in one line
public record Cause(String kind, String text, String cause, String fix) {

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
        return kind.equals(other.kind) && sameText(other) && LastingWords.areSame(cause, other.cause);
    }

    /// The text of a [CheckError.ParseError] repeats its words.
    private boolean sameText(Cause other) {
        return kind.equals("ParseError") || text.equals(other.text);
    }
}
