package nexus.app.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    private final Running running = new Running();
    private final Planner planner = new Planner(clock);
    private final Registry registry;
    private final Targets targets;
    private final Roster roster;
    private final Pace pace;
    private final Check check;
    private final Ticker ticker;
    /// One start or following at a time; no check takes it.
    private final Object following = new Object();

    private volatile boolean started;
    private volatile boolean closed;

    /// Prepares the checks of all enabled backends; asks nobody yet.
    ///
    /// @throws CheckerException if a backend's authorities cannot be used
    public Checker(Registry registry, Probes probes, NexusConfig config) {
        this(registry, new Targets(probes, config.healthCheck().maxBodyBytes()));
    }

    Checker(Registry registry, Targets targets) {
        this.registry = registry;
        this.targets = targets;
        this.check = new Check(targets.inquiry(), pauses, new NetworkSuspicion(), clock, log);
        this.roster = new Roster(targets);
        roster.follow(registry.backends());
        planner.fleet(roster.size());
        this.pace = new Pace(roster.pace());
        this.ticker = new Ticker(clock, new Agenda(planner), pauses, new Starter());
    }

    /// Starts checking: the first checks at once, spread by [Intervals#first].
    public void start() {
        synchronized (following) {
            started = true;
            begin(List.copyOf(roster.turns()));
        }
        ticker.start();
    }

    private void begin(List<Turn> turns) {
        planner.begin(turns);
        turns.forEach(ticker::arm);
    }

    /// Makes sure that such a fleet can be checked, before the registry is told to have it. Any thread may
    /// call.
    ///
    /// @throws CheckerException if a backend's authorities cannot be used or no probe has its type
    public void prepare(List<BackendConfig> fleet) {
        fleet.stream().filter(BackendConfig::enabled).forEach(targets::verify);
    }

    /// Makes the checks follow the registry after a replacement of its fleet: new backends are checked at once,
    /// spread like a start; gone ones never again, and a check of theirs that is under way ends; those with
    /// another timing as that says. The others are not touched, but for small steps that keep the fleet
    /// evenly spread ([Seats]). Any thread may call; waits for no check.
    ///
    /// @throws CheckerException if a backend can't be checked, see [#prepare]; nothing follows then
    public void follow() {
        synchronized (following) {
            var change = roster.follow(registry.backends());
            planner.fleet(roster.size());
            pace.follow(roster.pace());
            change.gone().forEach(Turn::retire);
            if (started) {
                begin(change.added());
                ticker.review();
            }
        }
    }

    /// Checks a backend at once, or as soon as the check that is under way has ended. Asking again before it
    /// has begun gives the same future. Its rhythm goes on afterwards. Any thread may call.
    ///
    /// @return what the check changed; fails with a [CheckerException] if there will be none: the backend is
    /// disabled or was removed, checks are off, or the checker is closed
    public CompletableFuture<Change> checkNow(Backend backend) {
        var turn = started ? roster.turn(backend) : Optional.<Turn>empty();
        if (turn.isEmpty()) {
            return CompletableFuture.failedFuture(new CheckerException("the backend is not checked", null));
        }
        var asked = turn.get().ask();
        if (isOver(turn.get())) {
            // Whoever ended it may have looked before.
            turn.get().refuse("the backend is not checked any more");
        }
        ticker.review();
        return asked;
    }

    /// Whether what is due is started; true too before the start, and where checks are off. Any thread may ask.
    public boolean isTicking() {
        return !started || ticker.isTicking();
    }

    /// Ends all checks, wherever they stand; returns at once, what they come to is thrown away.
    @Override
    public void close() {
        closed = true;
        ticker.close();
        roster.turns().forEach(Turn::interrupt);
        roster.turns().forEach(turn -> turn.refuse("Nexus is being closed"));
        targets.close();
    }

    private final class Starter implements Ticker.Work {
        @Override
        public void start(Turn turn) {
            running.started();
            try {
                Thread.ofVirtual().start(() -> run(turn));
            } catch (RuntimeException | Error e) {
                running.failed();
                throw e;
            }
        }

        @Override
        public int places(long now) {
            boolean starting = registry.counts().unknown() > 0;
            int left =
                    pace.left(now, running.everBegun(), targets.lines().calls().sum(), starting);
            return Math.min(descriptors.forChecks() - running.all(), Math.min(pace.crowd(), left) - running.waiting());
        }

        @Override
        public void paused(Duration pause) {
            if (roster.turns().stream().anyMatch(turn -> Pauses.spoils(pause, turn.target.timeout()))) {
                log.paused(pause);
            }
        }

        @Override
        public void held(Throwable fault) {
            log.held(fault, clock.nanos());
        }
    }

    private void run(Turn turn) {
        var asked = turn.answering();
        var change = Optional.<Change>empty();
        try {
            running.begun();
            turn.runs();
            if (!isOver(turn)) {
                change = Optional.of(check.run(turn));
            }
        } catch (RuntimeException | Error e) {
            log.broken(turn.target.config().name(), e);
        } finally {
            turn.ran();
            running.ended();
            again(turn);
            if (asked.isPresent()) {
                answer(turn, asked.get(), change);
            }
        }
    }

    private void again(Turn turn) {
        if (isOver(turn)) {
            return;
        }
        try {
            planner.next(turn);
        } finally {
            // Whatever happened: a turn that is not armed again would never come again.
            ticker.arm(turn);
        }
    }

    private void answer(Turn turn, CompletableFuture<Change> asked, Optional<Change> change) {
        if (change.isPresent() && !isOver(turn)) {
            asked.complete(change.get());
        } else {
            asked.completeExceptionally(new CheckerException("the check was broken off", null));
        }
    }

    private boolean isOver(Turn turn) {
        return closed || turn.isRetired();
    }
}
