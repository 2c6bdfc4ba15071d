package nexus.app.notify;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import nexus.app.config.ReceiverConfig;

/// How it goes with one receiver. Immutable; holds no secret.
///
/// @param config   whom it is about; its text shows no secret
/// @param queued   messages that wait, the one that is being sent included
/// @param tally    what became of messages and attempts so far
/// @param trouble  why it can't be told; empty: the last attempt worked, or there was none
public record ReceiverState(ReceiverConfig config, int queued, Tally tally, Optional<Standing> trouble) {

    public ReceiverState {
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(tally, "tally");
        Objects.requireNonNull(trouble, "trouble");
    }

    public String name() {
        return config.name();
    }

    /// Since Nexus runs.
    ///
    /// @param delivered   messages that were taken
    /// @param retried     attempts that failed and are made again
    /// @param refused     messages that the receiver will never take
    /// @param expired     messages that were given up after a day
    /// @param dropped     messages that found no room
    /// @param lastArrived when one was taken last
    public record Tally(
            long delivered, long retried, long refused, long expired, long dropped, Optional<Instant> lastArrived) {

        static final Tally NONE = new Tally(0, 0, 0, 0, 0, Optional.empty());

        Tally withDelivered(Instant at) {
            return new Tally(delivered + 1, retried, refused, expired, dropped, Optional.of(at));
        }

        Tally withRetried() {
            return new Tally(delivered, retried + 1, refused, expired, dropped, lastArrived);
        }

        Tally withRefused() {
            return new Tally(delivered, retried, refused + 1, expired, dropped, lastArrived);
        }

        Tally withExpired() {
            return new Tally(delivered, retried, refused, expired + 1, dropped, lastArrived);
        }

        Tally withDropped() {
            return new Tally(delivered, retried, refused, expired, dropped + 1, lastArrived);
        }
    }

    /// A trouble that lasts.
    ///
    /// @param since when the first attempt failed
    /// @param next  when the next one is made; empty: none is planned
    public record Standing(Outcome.Trouble why, Instant since, Optional<Instant> next) {
        public Standing {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(next, "next");
        }
    }
}
