package nexus.app.check;

import java.time.Instant;

/// The two clocks of a check: one that only runs forward, for spans and plans, and the one on the wall, for
/// people. A step of the wall clock moves no check.
interface Clock {

    Clock SYSTEM = new Clock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant instant() {
            return Instant.now();
        }
    };

    /// Monotonic, in nanoseconds from an arbitrary origin.
    long nanos();

    Instant instant();
}
