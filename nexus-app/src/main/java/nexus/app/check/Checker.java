package nexus.app.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import nexus.app.config.BackendConfig;
import nexus.app.config.NexusConfig;
import nexus.app.probes.Probes;
import nexus.app.registry.Backend;
import nexus.app.registry.Change;
import nexus.app.registry.Registry;

/// Checks a fleet until it is closed: the entry of this package.
///
/// It plans every enabled backend, hands what is due to virtual threads, and plans each again from its own
/// slot. Checks of one backend never overlap: a turn is on the agenda or with its check, never both.
public final class Checker implements AutoCloseable {

    private final Clock clock = Clock.SYSTEM;
    private final CheckLog log = new CheckLog();
    private final Pauses pauses = new Pauses();
    private final Descriptors descriptors = Descriptors.ofProcess();
    private final AtomicInteger running = new AtomicInteger();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Targets targets;
    private final Check check;
    private final Ticker ticker;
    private final List<Turn> turns = new ArrayList<>();
    private volatile boolean closed;

    /// Prepares the checks of all enabled backends; asks nobody yet.
    ///
    /// @throws CheckerException if a backend's authorities cannot be read
    public Checker(Registry registry, Probes probes, NexusConfig config) {
        this(registry, new Targets(probes, config.healthCheck().maxBodyBytes()));
    }

    Checker(Registry registry, Targets targets) {
        this.targets = targets;
        this.check = new Check(targets.inquiry(), pauses, new NetworkSuspicion(), clock, log);
        for (var backend : registry.backends()) {
            if (backend.config().enabled()) {
                turns.add(new Turn(targets.of(backend.config()), backend, Rhythm.of(turns.size())));
            }
        }
        var pace = Pace.of(
                turns.stream().map(turn -> turn.target.config().timing()).toList());
        this.ticker = new Ticker(clock, new Agenda(this::skipped, pace), pauses, new Starter());
    }

    /// Starts checking: the first checks at once, spread by [Intervals#first].
    public void start() {
        long now = clock.nanos();
        for (int i = 0; i < turns.size(); i++) {
            turns.get(i).plan(now + Intervals.first(i).toNanos());
            ticker.arm(turns.get(i));
        }
        ticker.start();
    }

    /// Makes sure that such a fleet can be checked, before the registry is told to have it. Any thread may
    /// call.
    ///
    /// @throws CheckerException if a backend's authorities cannot be read or no probe has its type
    public void prepare(List<BackendConfig> fleet) {
        throw new UnsupportedOperationException("not yet: " + fleet.size());
    }

    /// Makes the checks follow the registry after a replacement of its fleet: new backends are checked at once,
    /// spread like a start; gone ones never again; those with another timing as that says. The others are not
    /// touched. Any thread may call; returns at once.
    ///
    /// @throws CheckerException if a backend can't be checked, see [#prepare]; nothing follows then
    public void follow() {
        throw new UnsupportedOperationException("not yet");
    }

    /// Checks a backend at once, or as soon as the check that is under way has ended. Asking again before it
    /// has begun gives the same future. Its rhythm goes on afterwards. Any thread may call.
    ///
    /// @return what the check changed; fails with a [CheckerException] if there will be none: the backend is
    /// disabled or was removed, checks are off, or the checker is closed
    public CompletableFuture<Change> checkNow(Backend backend) {
        return CompletableFuture.failedFuture(new CheckerException("not yet: " + backend, null));
    }

    /// Ends all checks, wherever they stand; returns at once, what they come to is thrown away.
    @Override
    public void close() {
        closed = true;
        ticker.close();
        threads.forEach(Thread::interrupt);
        targets.close();
    }

    private final class Starter implements Ticker.Work {
        @Override
        public void start(Turn turn) {
            running.incrementAndGet();
            try {
                Thread.ofVirtual().start(() -> run(turn));
            } catch (RuntimeException | Error e) {
                running.decrementAndGet();
                throw e;
            }
        }

        @Override
        public int places() {
            return descriptors.forChecks() - running.get();
        }

        @Override
        public void paused(Duration pause) {
            if (turns.stream().anyMatch(turn -> Pauses.spoils(pause, turn.target.timeout()))) {
                log.paused(pause);
            }
        }

        @Override
        public void held(Throwable fault) {
            log.held(fault, clock.nanos());
        }
    }

    private void run(Turn turn) {
        try {
            threads.add(Thread.currentThread());
            if (!closed) {
                check.run(turn);
            }
        } catch (RuntimeException | Error e) {
            log.broken(turn.target.config().name(), e);
        } finally {
            threads.remove(Thread.currentThread());
            running.decrementAndGet();
            again(turn);
        }
    }

    private void again(Turn turn) {
        if (closed) {
            return;
        }
        try {
            turn.skipped = false;
            turn.plan(Intervals.next(
                    turn, turn.backend.snapshot().state(), turn.target.config().timing(), turns.size(), clock.nanos()));
            announce(turn);
        } finally {
            // Whatever happened: a turn that is not armed again would never come again.
            ticker.arm(turn);
        }
    }

    private long skipped(Turn turn, long now) {
        return turn.rhythm.next(turn.planned, now, interval(turn.backend));
    }

    private Duration interval(Backend backend) {
        return Intervals.of(backend.snapshot().state(), backend.config().timing(), turns.size());
    }

    private void announce(Turn turn) {
        turn.backend.plan(Optional.of(clock.instant().plusNanos(turn.planned - clock.nanos())));
    }
}
