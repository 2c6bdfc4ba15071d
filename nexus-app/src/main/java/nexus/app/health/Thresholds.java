package nexus.app.health;

/// How many results in a row it takes to change a status.
///
/// @param failure  failures that make a backend unhealthy, 1 or more
/// @param recovery successes that make a backend healthy, 1 or more
public record Thresholds(int failure, int recovery) {

    public static final Thresholds DEFAULT = new Thresholds(3, 2);

    public Thresholds {
        if (failure < 1 || recovery < 1) {
            throw new IllegalArgumentException("thresholds start at 1: " + failure + ", " + recovery);
        }
    }
}
