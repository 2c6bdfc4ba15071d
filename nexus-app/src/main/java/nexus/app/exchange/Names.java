package nexus.app.exchange;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Looks names up for all lines: one flight a name, results kept for some seconds.
///
/// A lookup is a native call that knows no deadline and pins the carrier of a virtual thread, so it runs on daemon
/// platform threads, a bounded number of them; a check waits for the result until its own deadline only. Names
/// whose last lookup came back well and soon have a lane of their own, so that new and black-holed names cannot
/// hold them up. Any thread may ask.
public final class Names implements AutoCloseable {

    /// What a name came to.
    sealed interface Found {
        /// At least one address.
        record Addresses(List<InetAddress> list) implements Found {}

        /// No address.
        record Nothing() implements Found {}

        /// Not known before the deadline; the lookup goes on.
        record Late() implements Found {}

        /// Nobody was asked before the deadline, since lookups of other names hold all threads; it will be.
        record Queued() implements Found {}

        /// Nobody was asked: this machine has no thread or memory for it, or the program ends.
        record Unable() implements Found {}

        /// The waiting thread was interrupted; its flag is set again.
        record Interrupted() implements Found {}
    }

    private static final int THREADS_A_LANE = 32;
    private static final Duration KEPT_FOUND = Duration.ofSeconds(8);
    private static final Duration KEPT_NOTHING = Duration.ofSeconds(1);
    private static final long SOON_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Found NOTHING = new Found.Nothing();
    private static final Found UNABLE = new Found.Unable();

    /// The last result of a name.
    ///
    /// @param until in nanoseconds of the clock
    /// @param brisk whether it came back well and soon
    private record Known(Found found, long until, boolean brisk) {}

    /// A lookup that waits for a thread, or is under way.
    private static final class Flight {
        private final CompletableFuture<Found> landing = new CompletableFuture<>();
        private volatile boolean begun;
    }

    private final Resolver resolver;
    private final LongSupplier nanoTime;
    private final ThreadPoolExecutor briskLane;
    private final ThreadPoolExecutor otherLane;
    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Flight> flights = new ConcurrentHashMap<>();

    public Names(Resolver resolver, LongSupplier nanoTime) {
        this(resolver, nanoTime, name -> Thread.ofPlatform().name(name).daemon().factory());
    }

    /// @param threads the factory of a lane of this name
    Names(Resolver resolver, LongSupplier nanoTime, Function<String, ThreadFactory> threads) {
        this.resolver = resolver;
        this.nanoTime = nanoTime;
        this.briskLane = lane(threads.apply("nexus-names-known"));
        this.otherLane = lane(threads.apply("nexus-names-new"));
    }

    private static ThreadPoolExecutor lane(ThreadFactory threads) {
        var lane = new ThreadPoolExecutor(
                THREADS_A_LANE, THREADS_A_LANE, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        lane.allowCoreThreadTimeOut(true);
        return lane;
    }

    /// The addresses of a name, waiting for them until the deadline at the longest.
    Found find(String name, Deadline deadline) {
        Known last = known.get(name);
        if (last != null && nanoTime.getAsLong() - last.until < 0) {
            return last.found;
        }
        var flight = flight(name, last != null && last.brisk);
        try {
            return flight.landing.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return flight.begun ? new Found.Late() : new Found.Queued();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Found.Interrupted();
        } catch (ExecutionException e) {
            return UNABLE;
        }
    }

    private Flight flight(String name, boolean brisk) {
        var mine = new Flight();
        Flight theirs = flights.putIfAbsent(name, mine);
        if (theirs != null) {
            return theirs;
        }
        try {
            (brisk ? briskLane : otherLane).execute(() -> land(name, mine));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // Closed, or no thread to be had: a flight that stays would keep all later ones on the ground.
            flights.remove(name);
            mine.landing.complete(UNABLE);
        }
        return mine;
    }

    private void land(String name, Flight flight) {
        flight.begun = true;
        Found found = UNABLE;
        try {
            long start = nanoTime.getAsLong();
            found = lookUp(name);
            long now = nanoTime.getAsLong();
            boolean good = found != NOTHING;
            long until = now + (good ? KEPT_FOUND : KEPT_NOTHING).toNanos();
            known.put(name, new Known(found, until, good && now - start < SOON_NANOS));
        } finally {
            // In this order: who comes after the removal finds what was put above.
            flights.remove(name);
            flight.landing.complete(found);
        }
    }

    private Found lookUp(String name) {
        try {
            List<InetAddress> addresses = resolver.resolve(name);
            return addresses.isEmpty() ? NOTHING : new Found.Addresses(List.copyOf(addresses));
        } catch (UnknownHostException | RuntimeException e) {
            return NOTHING;
        }
    }

    /// Ends the threads; one inside a native call ends with that call, or with the process.
    @Override
    public void close() {
        briskLane.shutdownNow();
        otherLane.shutdownNow();
    }
}
