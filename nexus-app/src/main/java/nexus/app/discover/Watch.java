package nexus.app.discover;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import nexus.app.check.Recognition;
import nexus.app.discover.mdns.Announced;
import nexus.app.discover.mdns.Ether;
import nexus.app.discover.mdns.Neighbourhood;
import nexus.app.log.Log;

/// Follows what announces itself near by: asks every round who is there, hears who comes and goes between, and finds
/// out once what each is. Whoever floods the network costs a bounded number of packets a second, of services, and of
/// questions at a time.
final class Watch implements AutoCloseable {

    /// How the watch meets the world.
    ///
    /// @param open  the network, anew after trouble
    /// @param look  what is at a place; blocks for a few seconds at the most
    /// @param found is told all neighbours when they change, and once a round; on the watch's thread
    /// @param round the time between two questions to everybody
    record Surroundings(
            Opening open, Function<Place, Recognition> look, Consumer<List<Neighbour>> found, Duration round) {}

    @FunctionalInterface
    interface Opening {
        Ether open() throws IOException;
    }

    private static final Log LOG = Log.of("discovery");
    private static final int AT_A_TIME = 8;
    private static final int PACKETS_A_SECOND = 200;
    private static final long SECOND = 1_000_000_000L;
    private static final Duration TICK = Duration.ofMillis(500);

    private record Answer(Announced service, Recognition recognition) {}

    private final Surroundings surroundings;
    private final Neighbourhood neighbourhood = new Neighbourhood(NearAddresses.acceptable());
    private final Roster roster = new Roster();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final ExecutorService askers = Executors.newFixedThreadPool(
            AT_A_TIME, Thread.ofVirtual().name("discovery-", 0).factory());
    private final Thread thread;
    private volatile boolean closed;
    private List<Neighbour> told = List.of();
    private String trouble = "";
    private boolean overflowTold;
    private long second;
    private int packets;

    private Watch(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.thread = Thread.ofVirtual().name("discovery").unstarted(this::run);
    }

    static Watch start(Surroundings surroundings) {
        var watch = new Watch(surroundings);
        watch.thread.start();
        return watch;
    }

    private void run() {
        while (!closed) {
            try (var ether = surroundings.open().open()) {
                while (!closed) {
                    round(ether);
                }
            } catch (IOException e) {
                troubled(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                troubled("a fault of Nexus: " + e.getClass().getSimpleName());
            }
        }
    }

    private void round(Ether ether) throws IOException {
        long start = System.nanoTime();
        ether.send(neighbourhood.question());
        trouble = "";
        boolean askedAgain = false;
        for (long left = left(start); left > 0 && !closed; left = left(start)) {
            if (!askedAgain && System.nanoTime() - start > surroundings.round().toNanos() / 10) {
                ether.send(neighbourhood.question()); // what the first answers left out
                askedAgain = true;
            }
            var packet = ether.receive(Duration.ofNanos(Math.min(left, TICK.toNanos())));
            packet.ifPresent(this::hear);
            follow();
        }
        neighbourhood.endRound();
        roster.endRound();
        follow();
        surroundings.found().accept(told);
    }

    private long left(long start) {
        return start + surroundings.round().toNanos() - System.nanoTime();
    }

    private void hear(Ether.Packet packet) {
        long now = System.nanoTime();
        if (now - second >= SECOND) {
            second = now;
            packets = 0;
        }
        if (++packets > PACKETS_A_SECOND) {
            LockSupport.parkNanos(second + SECOND - now); // the rest is the system's to drop
        }
        neighbourhood.hear(packet.bytes(), packet.length(), packet.from());
        if (neighbourhood.overflowed() && !overflowTold) {
            overflowTold = true;
            LOG.warn("too many services are announced, the rest is ignored", "kept", Neighbourhood.MOST);
        }
    }

    /// Asks who is new, takes in what those asked before have said, and tells what has changed.
    private void follow() {
        for (var service : roster.toAsk(neighbourhood.services())) {
            var place = new Place(service.address(), service.port());
            askers.execute(
                    () -> answers.add(new Answer(service, surroundings.look().apply(place))));
        }
        for (var answer = answers.poll(); answer != null; answer = answers.poll()) {
            LOG.debug("announced service was asked", "url", place(answer).url(), "answer", answer.recognition());
            roster.answered(answer.service(), answer.recognition());
        }
        var now = roster.neighbours();
        if (!now.equals(told)) {
            tell(now);
        }
    }

    private static Place place(Answer answer) {
        return new Place(answer.service().address(), answer.service().port());
    }

    private void tell(List<Neighbour> now) {
        now.stream()
                .filter(neighbour -> !told.contains(neighbour))
                .forEach(neighbour -> LOG.info(
                        "server found",
                        "backend_id",
                        neighbour.name(),
                        "url",
                        neighbour.url().toString(),
                        "type",
                        Log.word(neighbour.type()),
                        "how",
                        neighbour.how()));
        told.stream()
                .filter(neighbour -> !now.contains(neighbour))
                .forEach(neighbour -> LOG.info("server gone", "backend_id", neighbour.name()));
        told = now;
        surroundings.found().accept(now);
    }

    /// Told once as long as it is the same; tried again after a round.
    private void troubled(String what) {
        if (closed) {
            return;
        }
        if (!what.equals(trouble)) {
            trouble = what;
            LOG.warn("mDNS can't be asked", "problem", what);
        }
        LockSupport.parkNanos(surroundings.round().toNanos());
        neighbourhood.endRound();
    }

    /// Ends at once; nothing is told afterwards.
    @Override
    public void close() {
        closed = true;
        askers.shutdownNow();
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
