package nexus.app.discover;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import nexus.app.check.Recognizer;
import nexus.app.probes.Probes;

/// Looks for servers: connects to each place, and asks where somebody listens what he is, with a few small `GET`s.
public final class Discovery {

    private static final int RECOGNISED_AT_A_TIME = 16;
    private static final Duration EACH = Duration.ofSeconds(4);
    /// Neighbours answer in a few milliseconds; absent ones never do.
    private static final Duration CONNECT = Duration.ofMillis(300);

    private final Probes probes;

    public Discovery(Probes probes) {
        this.probes = probes;
    }

    /// The places on this machine: servers may listen on one family alone.
    public static List<Place> here(List<Integer> ports) {
        return places(List.of(loopback("127.0.0.1"), loopback("::1")), ports);
    }

    /// Every port of every host, the first port of all hosts first: what is likely comes before the time is over.
    public static List<Place> places(List<InetAddress> hosts, List<Integer> ports) {
        var places = new LinkedHashSet<Place>();
        ports.forEach(port -> hosts.forEach(host -> places.add(new Place(host, port))));
        return List.copyOf(places);
    }

    private static InetAddress loopback(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    /// Asks them all. A server that is reached through several addresses of this machine is told once.
    ///
    /// @param limit for everything; what wasn't asked by then is left out, and the survey says so
    public Survey survey(List<Place> places, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        var swept = new Sweep(places, CONNECT, limit.multipliedBy(2).dividedBy(3)).run();
        var finds = new ArrayList<Find>();
        try (var recognizer = new Recognizer(probes)) {
            var look = new Look(recognizer, probes);
            var tasks = swept.open().stream()
                    .<Callable<Find>>map(place -> () -> look.at(place, left(end)))
                    .toList();
            finds.addAll(together(tasks));
        }
        return Merging.of(finds, swept.asked(), places.size());
    }

    private static Duration left(long end) {
        long nanos = Math.max(1_000_000, end - System.nanoTime());
        return nanos < EACH.toNanos() ? Duration.ofNanos(nanos) : EACH;
    }

    private static List<Find> together(List<Callable<Find>> tasks) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(
                RECOGNISED_AT_A_TIME, Thread.ofVirtual().factory())) {
            var finds = new ArrayList<Find>();
            for (var future : threads.invokeAll(tasks)) {
                finds.add(future.get());
            }
            return finds;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
