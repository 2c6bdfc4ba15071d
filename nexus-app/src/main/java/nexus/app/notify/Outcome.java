package nexus.app.notify;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/// What an attempt to send something came to.
public sealed interface Outcome {

    /// The receiver took it.
    ///
    /// @param status 200 to 299
    record Delivered(int status) implements Outcome {}

    /// It did not work, and may work later.
    ///
    /// @param why   in words
    /// @param after how long the receiver asks to be left alone
    record Failed(Trouble why, Optional<Duration> after) implements Outcome {
        public Failed {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(after, "after");
        }
    }

    /// The receiver will never take this.
    record Refused(Trouble why) implements Outcome {
        public Refused {
            Objects.requireNonNull(why, "why");
        }
    }

    /// @param status of the answer; empty: there was none
    /// @param cause  one line, without secrets
    /// @param fix    what to do about it, one line
    record Trouble(Optional<Integer> status, String cause, String fix) {
        public Trouble {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(fix, "fix");
        }

        static Trouble ofBug(RuntimeException bug) {
            return new Trouble(
                    Optional.empty(),
                    "a bug of Nexus: " + bug.getClass().getName(),
                    "Report it, with the shape of the receiver");
        }

        /// Whether it is the same trouble: what a service says beside its status may differ each time, as a time or
        /// the number of a request does.
        boolean isLike(Trouble other) {
            return status.isPresent() ? status.equals(other.status) : cause.equals(other.cause);
        }
    }
}
