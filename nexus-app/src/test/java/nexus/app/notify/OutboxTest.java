package nexus.app.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import nexus.app.Eventually;
import nexus.app.config.Secret;
import nexus.app.notify.Outcome.Trouble;
import nexus.app.notify.ReceiverState.Tally;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An outbox whose receiver does what the test says, and whose waits take no time but that of its clock.
class OutboxTest {

    private static final Outcome TAKEN = new Outcome.Delivered(200);
    private static final Outcome AWAY =
            new Outcome.Failed(new Trouble(Optional.empty(), "away", "look"), Optional.empty());
    private static final Outcome NEVER = new Outcome.Refused(new Trouble(Optional.of(404), "gone", "look"));

    /// No outcome: the carrier throws.
    private static final Outcome BUG = new Outcome.Delivered(299);

    private final AtomicReference<Instant> now = new AtomicReference<>(Story.START);
    private final BlockingQueue<Outcome> answers = new LinkedBlockingQueue<>();
    private final List<String> carried = new CopyOnWriteArrayList<>();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final Progress progress = new Progress("ops", now::get);
    private final Outbox outbox = new Outbox(
                    "ops",
                    new Outbox.Means(
                            new JsonShape(new Secret("/")),
                            this::carry,
                            new Backoff(new Random(1)),
                            this::pass,
                            now::get),
                    progress)
            .start();

    @AfterEach
    void close() {
        outbox.close();
    }

    private Outcome carry(Post post, String id) {
        try {
            var answer = answers.take();
            carried.add(id);
            if (answer == BUG) {
                throw new IllegalStateException("a bug");
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return AWAY;
        }
    }

    private void pass(Duration span) {
        waits.add(span);
        now.updateAndGet(before -> before.plus(span));
    }

    @Test
    void messagesAreSentInOrderEachUntilItIsTaken() {
        offer(2);
        answers.addAll(List.of(AWAY, AWAY, TAKEN, TAKEN));
        awaitQueued(0);

        assertEquals(new Tally(2, 2, 0, 0, 0, Optional.of(now.get())), progress.tally());
        assertEquals(Optional.empty(), progress.trouble());
        assertEquals(carried.get(0), carried.get(2), "all attempts have one id");
        assertNotEquals(carried.get(2), carried.get(3));
    }

    @Test
    void whatIsRefusedIsNotSentAgain() {
        offer(2);
        answers.addAll(List.of(NEVER, TAKEN));
        awaitQueued(0);

        assertEquals(new Tally(1, 0, 1, 0, 0, Optional.of(now.get())), progress.tally());
        assertEquals(2, carried.size());
    }

    @Test
    void aBugWithOneMessageIsToldAndKeepsBackNoOther() {
        offer(2);
        answers.add(BUG);
        Eventually.seen("refused", () -> progress.tally().refused(), count -> count == 1);
        var standing = progress.trouble().orElseThrow();
        answers.add(TAKEN);
        awaitQueued(0);

        assertEquals(
                "a bug of Nexus: java.lang.IllegalStateException",
                standing.why().cause());
        assertEquals(1, progress.tally().delivered());
    }

    @Test
    void aReceiverThatIsAwayIsAskedEverMoreSeldomAndAfterADayNoMore() {
        offer(1);
        while (outbox.queued() > 0) {
            answers.offer(AWAY);
            Thread.onSpinWait();
        }

        assertEquals(1, progress.tally().expired());
        assertTrue(waits.getFirst().compareTo(Backoff.FIRST) <= 0, waits.toString());
        assertTrue(waits.getLast().compareTo(Backoff.LONGEST.dividedBy(2)) >= 0, waits.toString());
        assertTrue(waits.size() > 24 * 12 && waits.size() < 2 * 24 * 12 + 20, waits.size() + " waits");
        var all = waits.stream().reduce(Duration.ZERO, Duration::plus);
        assertTrue(all.compareTo(Outbox.KEPT) <= 0, all.toString());
        assertEquals("away", progress.trouble().orElseThrow().why().cause());
    }

    @Test
    void aReceiverThatAsksToBeLeftAloneIs() {
        offer(1);
        answers.add(
                new Outcome.Failed(new Trouble(Optional.of(429), "slow", "wait"), Optional.of(Duration.ofMinutes(7))));
        answers.add(TAKEN);
        awaitQueued(0);

        assertEquals(List.of(Duration.ofMinutes(7)), waits);
    }

    @Test
    void aFullOutboxLosesItsOldestButNotTheOneThatIsBeingSent() {
        offer(1);
        Eventually.seen("the first is being sent", outbox::queued, queued -> queued == 1);
        offer(Outbox.CAPACITY + 50);

        assertEquals(Outbox.CAPACITY, outbox.queued());
        assertEquals(51, progress.tally().dropped());
        for (int i = 0; i < Outbox.CAPACITY; i++) {
            answers.add(TAKEN);
        }
        awaitQueued(0);
        assertEquals(Outbox.CAPACITY, progress.tally().delivered());
    }

    @Test
    void whatWasNotSentWhenItIsClosedGoesAnotherWay() {
        offer(3);
        Eventually.seen("the first is being sent", outbox::queued, queued -> queued == 3);
        var left = outbox.close();

        assertEquals(3, left.size());
        var ids = new ArrayList<String>();
        var other = new Outbox(
                        "ops",
                        new Outbox.Means(
                                new JsonShape(new Secret("/")),
                                (_, id) -> {
                                    ids.add(id);
                                    return TAKEN;
                                },
                                new Backoff(new Random(1)),
                                this::pass,
                                now::get),
                        progress)
                .start();
        left.forEach(other::take);
        Eventually.seen("all are sent", other::queued, queued -> queued == 0);
        other.close();
        assertEquals(left.stream().map(Outbox.Item::id).toList(), ids);
    }

    @Test
    void aTroubleIsKnownSinceItsFirstAttemptAndWhenItIsTriedNext() {
        offer(1);
        answers.addAll(List.of(AWAY, AWAY));
        Eventually.seen("two waits", waits::size, count -> count == 2);

        var standing = progress.trouble().orElseThrow();
        assertEquals(Story.START, standing.since());
        assertEquals(Optional.of(Story.START.plus(waits.get(0)).plus(waits.get(1))), standing.next());
    }

    private void offer(int count) {
        for (int i = 0; i < count; i++) {
            outbox.offer(Message.test(now.get()));
        }
    }

    private void awaitQueued(int count) {
        Eventually.seen(count + " waiting", outbox::queued, queued -> queued == count);
    }
}
