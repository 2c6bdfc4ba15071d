package nexus.app.health;

/// Results of one kind in a row, up to and including the last one that counted.
///
/// @param kind   what they have in common
/// @param length how many, 0 only for [Kind#NONE]
public record Streak(Kind kind, int length) {

    /// The kinds of a streak.
    public enum Kind {
        NONE,
        SUCCESS,
        FAILURE
    }

    public static final Streak NONE = new Streak(Kind.NONE, 0);

    public Streak {
        if (length < 0 || (length == 0) != (kind == Kind.NONE)) {
            throw new IllegalArgumentException(kind + " of length " + length);
        }
    }

    /// This streak with one more result: longer by one if it is of the same kind, else a new one.
    Streak plus(Kind next) {
        if (next != kind) {
            return new Streak(next, 1);
        }
        return length == Integer.MAX_VALUE ? this : new Streak(kind, length + 1);
    }

    /// How long this streak has to be to change a status; 0 for none.
    public int needed(Thresholds thresholds) {
        return switch (kind) {
            case NONE -> 0;
            case SUCCESS -> thresholds.recovery();
            case FAILURE -> thresholds.failure();
        };
    }
}
