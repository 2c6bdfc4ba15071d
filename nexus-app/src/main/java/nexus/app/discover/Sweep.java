package nexus.app.discover;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Finds out where somebody listens, by connecting and hanging up; sends nothing.
final class Sweep {

    private static final int AT_A_TIME = 64;

    private final List<Place> places;
    private final int connectMillis;
    private final long end;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final Set<Place> open = ConcurrentHashMap.newKeySet();

    /// @param connect how long one connect may take; absent machines don't answer at all
    /// @param limit   for all of them
    Sweep(List<Place> places, Duration connect, Duration limit) {
        this.places = places;
        this.connectMillis = Math.max(1, (int) connect.toMillis());
        this.end = System.nanoTime() + limit.toNanos();
    }

    /// What came of it.
    ///
    /// @param open  where somebody listens, in the order of the places
    /// @param asked how many were asked before the time was over
    record Swept(List<Place> open, int asked) {}

    Swept run() throws InterruptedException {
        var tasks = IntStream.range(0, Math.min(AT_A_TIME, places.size()))
                .mapToObj(_ -> Executors.callable(this::work))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> task : threads.invokeAll(tasks)) {
                if (task.state() == Future.State.FAILED) {
                    throw new IllegalStateException(task.exceptionNow());
                }
            }
        }
        var ordered = places.stream().filter(open::contains).toList();
        return new Swept(ordered, asked.get());
    }

    private void work() {
        for (int i = next.getAndIncrement(); i < places.size(); i = next.getAndIncrement()) {
            if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
                return;
            }
            asked.incrementAndGet();
            if (listens(places.get(i))) {
                open.add(places.get(i));
            }
        }
    }

    private boolean listens(Place place) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(place.address(), place.port()), connectMillis);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
