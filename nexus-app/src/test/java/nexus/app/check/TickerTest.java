package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import nexus.app.Eventually;
import org.junit.jupiter.api.Test;

class TickerTest {

    private final BlockingQueue<Turn> started = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> held = new LinkedBlockingQueue<>();

    /// Throws so often before it starts anything.
    private class Faulty implements Ticker.Work {
        private final AtomicInteger faults;

        Faulty(int faults) {
            this.faults = new AtomicInteger(faults);
        }

        @Override
        public void start(Turn turn) {
            if (faults.getAndDecrement() > 0) {
                throw new OutOfMemoryError("no thread");
            }
            started.add(turn);
        }

        @Override
        public int places(long now) {
            return 10;
        }

        @Override
        public void paused(Duration pause) {}

        @Override
        public void held(Throwable fault) {
            held.add(fault);
            throw new IllegalStateException("not even a line in the log");
        }
    }

    private static class Unmoved implements Agenda.Plan {
        @Override
        public void skip(Turn turn, long now) {}

        @Override
        public void review(Turn turn, long now) {}
    }

    @Test
    void aTurnWhoseThreadCannotStartIsTriedAgainAndHoldsUpNobody() throws Exception {
        // given no thread for the first two starts
        var turns = List.of(turn(0), turn(1));
        var agenda = new Agenda(new Unmoved());
        try (var ticker = new Ticker(Clock.SYSTEM, agenda, new Pauses(), new Faulty(2))) {
            turns.forEach(ticker::arm);
            // when
            ticker.start();
            var first = started.poll(30, TimeUnit.SECONDS);
            var second = started.poll(30, TimeUnit.SECONDS);
            // then each has started, once
            assertEquals(2, held.size());
            assertEquals(Set.copyOf(turns), Set.of(first, second));
        }
    }

    @Test
    void turnsThatAreArmedWhileItSleepsStartInTime() throws Exception {
        var agenda = new Agenda(new Unmoved());
        try (var ticker = new Ticker(Clock.SYSTEM, agenda, new Pauses(), new Faulty(0))) {
            ticker.start();
            for (int i = 0; i < 50; i++) {
                var turn = turn(i);
                ticker.arm(turn);
                assertEquals(turn, started.poll(30, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void turnsThatArriveInTheMiddleOfAFaultStartAllTheSameEachOnce() throws Exception {
        // given an agenda that has no memory for the second and the fifth
        var faults = new AtomicInteger();
        var agenda = new Agenda(new Unmoved() {
            @Override
            public void review(Turn turn, long now) {
                int n = faults.incrementAndGet();
                if (n == 2 || n == 5) {
                    throw new OutOfMemoryError("tried");
                }
            }
        });
        try (var ticker = new Ticker(Clock.SYSTEM, agenda, new Pauses(), new Faulty(0))) {
            var turns = IntStream.range(0, 10).mapToObj(TickerTest::turn).toList();
            turns.forEach(ticker::arm);
            // when
            ticker.start();
            // then
            var all = new HashSet<Turn>();
            for (int i = 0; i < 10; i++) {
                all.add(started.poll(30, TimeUnit.SECONDS));
            }
            assertEquals(Set.copyOf(turns), all);
            assertEquals(2, held.size());
        }
    }

    @Test
    void aReviewThatFailsIsDoneAgain() throws Exception {
        // given one that is due in an hour, until somebody asks for it
        var faults = new AtomicInteger();
        var agenda = new Agenda(new Unmoved() {
            @Override
            public void review(Turn turn, long now) {
                if (turn.isAsked() && faults.incrementAndGet() < 4) {
                    throw new OutOfMemoryError("tried");
                }
                turn.planned = turn.isAsked() ? now : turn.planned;
            }
        });
        try (var ticker = new Ticker(Clock.SYSTEM, agenda, new Pauses(), new Faulty(0))) {
            var turn = turn(1);
            turn.plan(System.nanoTime() + TimeUnit.HOURS.toNanos(1));
            ticker.arm(turn);
            ticker.start();
            // when
            turn.ask();
            ticker.review();
            // then
            assertEquals(turn, started.poll(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void oneThatHangsIsNoticed() throws Exception {
        // given a start that does not come back
        var moved = new AtomicLong();
        var hangs = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        var agenda = new Agenda(new Unmoved());
        try (var ticker = new Ticker(movedBy(moved), agenda, new Pauses(), new Hanging(hangs, goesOn))) {
            ticker.arm(turn(0));
            ticker.start();
            assertTrue(hangs.await(30, TimeUnit.SECONDS));
            assertTrue(ticker.isTicking());
            // when
            moved.set(TimeUnit.SECONDS.toNanos(11));
            // then
            assertFalse(ticker.isTicking());
            goesOn.countDown();
            Eventually.seen("a ticker that goes on", ticker::isTicking, ticking -> ticking);
        }
    }

    private final class Hanging extends Faulty {
        private final CountDownLatch hangs;
        private final CountDownLatch goesOn;

        Hanging(CountDownLatch hangs, CountDownLatch goesOn) {
            super(0);
            this.hangs = hangs;
            this.goesOn = goesOn;
        }

        @Override
        public void start(Turn turn) {
            hangs.countDown();
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static Clock movedBy(AtomicLong nanos) {
        return new Clock() {
            @Override
            public long nanos() {
                return System.nanoTime() + nanos.get();
            }

            @Override
            public Instant instant() {
                return Instant.now();
            }
        };
    }

    private static Turn turn(int n) {
        var turn = new Turn(null, null, Rhythm.of(n));
        turn.plan(System.nanoTime());
        return turn;
    }
}
