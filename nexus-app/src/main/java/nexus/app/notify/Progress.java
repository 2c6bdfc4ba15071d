package nexus.app.notify;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import nexus.app.log.Log;
import nexus.app.notify.Outcome.Trouble;
import nexus.app.notify.ReceiverState.Standing;
import nexus.app.notify.ReceiverState.Tally;

/// How it goes with one receiver: counted, and told in the log when it changes. Thread-safe.
final class Progress {

    private static final Log LOG = Log.of("notify");

    private final String receiver;
    private final InstantSource clock;
    private Tally tally = Tally.NONE;
    private Optional<Standing> trouble = Optional.empty();

    Progress(String receiver, InstantSource clock) {
        this.receiver = receiver;
        this.clock = clock;
    }

    synchronized Tally tally() {
        return tally;
    }

    synchronized Optional<Standing> trouble() {
        return trouble;
    }

    synchronized void delivered() {
        tally = tally.withDelivered(clock.instant());
        worked();
    }

    /// An attempt worked, be it that of a test.
    synchronized void worked() {
        trouble.ifPresent(over -> LOG.info(
                "a receiver can be told again",
                "receiver",
                receiver,
                "was",
                over.why().cause()));
        trouble = Optional.empty();
    }

    /// @param next when it is tried again
    synchronized void failed(Trouble why, Instant next) {
        tally = tally.withRetried();
        stands("a receiver can't be told, tried again", why, Optional.of(next));
    }

    synchronized void refused(Trouble why) {
        tally = tally.withRefused();
        stands("a receiver refuses a message, which is lost", why, Optional.empty());
    }

    synchronized void expired(Trouble why) {
        tally = tally.withExpired();
        stands("a message for a receiver was given up after a day", why, Optional.empty());
    }

    synchronized void dropped() {
        tally = tally.withDropped();
        if (tally.dropped() == 1) {
            LOG.warn("too many messages wait for a receiver, the oldest are lost", "receiver", receiver);
        }
    }

    /// One line for each cause: attempts go on for a day.
    private void stands(String event, Trouble why, Optional<Instant> next) {
        boolean known = trouble.filter(standing ->
                        standing.why().isLike(why) && standing.next().isPresent() == next.isPresent())
                .isPresent();
        if (!known) {
            LOG.warn(event, "receiver", receiver, "cause", why.cause(), "fix", why.fix());
        }
        trouble = Optional.of(new Standing(why, trouble.map(Standing::since).orElseGet(clock::instant), next));
    }
}
