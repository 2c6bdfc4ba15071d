package nexus.app.registry;

/// A backend before and after something was recorded about it.
public record Change(BackendSnapshot before, BackendSnapshot after) {

    /// Nothing was changed.
    public static Change none(BackendSnapshot backend) {
        return new Change(backend, backend);
    }

    public boolean isTransition() {
        return before.status() != after.status();
    }

    /// Whether a check was counted; void ones are not.
    public boolean isCounted() {
        return after.checks() > before.checks();
    }

    /// Whether a check was void.
    boolean isVoid() {
        return after.state().voids() > before.state().voids();
    }

    boolean concernsFleet() {
        return isTransition() || !before.models().equals(after.models());
    }
}
