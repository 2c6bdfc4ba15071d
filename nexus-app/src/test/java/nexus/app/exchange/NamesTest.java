package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import nexus.app.exchange.Names.Found;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final InetAddress HOME = InetAddress.ofLiteral("127.0.0.1");
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Found KNOWN = new Found.Addresses(List.of(HOME));

    private final AtomicLong clock = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    private Names names(Resolver resolver) {
        return new Names(
                name -> {
                    asked.incrementAndGet();
                    return resolver.resolve(name);
                },
                clock::get);
    }

    private static Found find(Names names, String name) {
        return names.find(name, Deadline.after(LONG));
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void addressesAreKeptForSomeSeconds() {
        try (Names names = names(name -> List.of(HOME))) {
            assertEquals(KNOWN, find(names, "a"));
            pass(Duration.ofSeconds(7));
            assertEquals(KNOWN, find(names, "a"));
            assertEquals(1, asked.get());
            pass(Duration.ofSeconds(1));
            assertEquals(KNOWN, find(names, "a"));
            assertEquals(2, asked.get());
        }
    }

    @Test
    void aFailureIsKeptForOneSecondOnly() {
        Resolver second = name -> {
            if (asked.get() == 1) {
                throw new UnknownHostException(name);
            }
            return List.of(HOME);
        };
        try (Names names = names(second)) {
            assertEquals(new Found.Nothing(), find(names, "a"));
            assertEquals(new Found.Nothing(), find(names, "a"));
            pass(Duration.ofSeconds(1));
            assertEquals(KNOWN, find(names, "a"));
        }
    }

    @Test
    void aResolverThatThrowsOrFindsNothingIsNoAddress() {
        try (Names names = names(name -> {
            if (name.equals("a")) {
                throw new IllegalStateException("faulty");
            }
            return List.of();
        })) {
            assertEquals(new Found.Nothing(), find(names, "a"));
            assertEquals(new Found.Nothing(), find(names, "b"));
        }
    }

    @Test
    void manyWhoWaitForOneNameShareOneFlight() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        Resolver resolver = _ -> {
            begun.countDown();
            return after(go);
        };
        try (Names names = names(resolver)) {
            List<FutureTask<Found>> waiting = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                var task = new FutureTask<>(() -> find(names, "a"));
                waiting.add(task);
                Thread.ofVirtual().start(task);
            }
            begun.await();
            assertEquals(new Found.Late(), names.find("a", Deadline.after(Duration.ofMillis(20))));
            go.countDown();
            for (var task : waiting) {
                assertEquals(KNOWN, task.get());
            }
            assertEquals(1, asked.get());
        }
    }

    @Test
    void aNameThatResolvedBeforeIsNotHeldUpByThoseThatHang() {
        var go = new CountDownLatch(1);
        Resolver resolver = name -> name.equals("good") ? List.of(HOME) : after(go);
        try (Names names = names(resolver)) {
            assertEquals(KNOWN, find(names, "good"));
            for (int i = 0; i < 100; i++) {
                names.find("hangs-" + i, Deadline.after(Duration.ZERO));
            }
            pass(Duration.ofSeconds(10));
            assertEquals(KNOWN, find(names, "good"));
        } finally {
            go.countDown();
        }
    }

    @Test
    void aNameThatNobodyWasAskedAboutIsNotLate() throws Exception {
        var begun = new CountDownLatch(32);
        var go = new CountDownLatch(1);
        Resolver resolver = name -> {
            begun.countDown();
            return name.equals("good") ? List.of(HOME) : after(go);
        };
        try (Names names = names(resolver)) {
            for (int i = 0; i < 40; i++) {
                names.find("hangs-" + i, Deadline.after(Duration.ZERO));
            }
            begun.await();
            assertEquals(new Found.Queued(), names.find("good", Deadline.after(Duration.ofMillis(20))));
            assertEquals(new Found.Late(), names.find("hangs-0", Deadline.after(Duration.ofMillis(20))));
            go.countDown();
            assertEquals(KNOWN, find(names, "good"));
        }
    }

    @Test
    void aNameThatCameBackSlowlyGoesToTheOtherLane() {
        var go = new CountDownLatch(1);
        Resolver resolver = name -> {
            if (name.equals("slow")) {
                pass(Duration.ofSeconds(2));
                return List.of(HOME);
            }
            return after(go);
        };
        try (Names names = names(resolver)) {
            assertEquals(KNOWN, find(names, "slow"));
            pass(Duration.ofSeconds(10));
            for (int i = 0; i < 100; i++) {
                names.find("hangs-" + i, Deadline.after(Duration.ZERO));
            }
            assertEquals(new Found.Queued(), names.find("slow", Deadline.after(Duration.ofMillis(50))));
        } finally {
            go.countDown();
        }
    }

    @Test
    void anInterruptedWaitEndsAtOnceAndKeepsItsFlag() throws Exception {
        var go = new CountDownLatch(1);
        try (Names names = names(name -> after(go))) {
            var task = new FutureTask<>(
                    () -> find(names, "a") + " " + Thread.currentThread().isInterrupted());
            Thread thread = Thread.ofVirtual().start(task);
            thread.interrupt();
            assertEquals("Interrupted[] true", task.get());
        } finally {
            go.countDown();
        }
    }

    @Test
    void afterTheCloseNothingIsLookedUp() {
        Names names = names(name -> List.of(HOME));
        names.close();
        assertEquals(new Found.Unable(), find(names, "a"));
        assertEquals(0, asked.get());
    }

    private static List<InetAddress> after(CountDownLatch go) throws UnknownHostException {
        try {
            go.await();
            return List.of(HOME);
        } catch (InterruptedException e) {
            throw new UnknownHostException("interrupted");
        }
    }

    @Test
    void aLookupThatGetsNoThreadDoesNotKeepTheNameWaitingForEver() {
        // given a machine that has no thread for the first lookup
        var threads = new AtomicInteger();
        try (Names names = new Names(name -> List.of(HOME), clock::get, _ -> work -> thread(work, threads))) {
            // when
            Found first = find(names, "a");
            // then
            assertEquals(new Found.Unable(), first);
            assertEquals(KNOWN, find(names, "a"));
        }
    }

    private static Thread thread(Runnable work, AtomicInteger made) {
        if (made.getAndIncrement() == 0) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        return new Thread(work);
    }
}
