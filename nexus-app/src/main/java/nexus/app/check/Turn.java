package nexus.app.check;

import nexus.app.registry.Backend;

/// A backend's place in the agenda: when it is due. Belongs to one thread at a time: the ticker's while it
/// waits, the check's while it runs.
final class Turn {

    final Target target;
    final Backend backend;
    final Rhythm rhythm;
    /// When the check is planned, in nanoseconds of the monotonic clock.
    long planned;
    /// When the ticker may start it: `planned`, or later if it had to stand back.
    long due;
    /// Whether its last turn was skipped after a stall; it is not skipped twice.
    boolean skipped;
    /// Whether its last check succeeded: such backends go first when descriptors are tight.
    boolean succeeded;
    /// The one behind it, on its way to the ticker; null for none.
    Turn behind;
    /// What is known about the failure that it is in.
    Insight.Known known = Insight.Known.NONE;

    Turn(Target target, Backend backend, Rhythm rhythm) {
        this.target = target;
        this.backend = backend;
        this.rhythm = rhythm;
    }

    void plan(long at) {
        planned = at;
        due = at;
    }
}
