package nexus.app.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.config.Timing;
import nexus.app.exchange.Lines;
import nexus.app.health.BackendStatus;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.health.PhaseTimes;
import nexus.app.probes.Probes;
import nexus.app.registry.Backend;
import nexus.app.registry.CheckReport;
import nexus.app.registry.CheckResult;
import nexus.app.registry.Registry;

/// The real registry, roster, planner and agenda under a clock that is moved by hand; only sockets and
/// threads are missing: checks take a given time, and succeed unless a test says otherwise.
final class SimulatedFleet implements AutoCloseable {

    private static final long INSTANTLY = 1_000_000;
    private static final BackendUrl ANYWHERE = BackendUrl.parse("http://127.0.0.1:1");
    private static final CheckResult SUCCESS = result(new Outcome.Success(Optional.empty()));
    private static final CheckResult FAILURE =
            result(new Outcome.Failure(new CheckError.Timeout(2, "no answer", "none")));

    private record End(long at, Turn turn) {}

    private final Clock clock = new Clock() {
        @Override
        public long nanos() {
            return now;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusNanos(now);
        }
    };

    private final Targets targets = new Targets(Lines.ofSystem(1 << 20), Probes.load(), 1 << 20);
    private final Roster roster = new Roster(targets);
    private final Planner planner = new Planner(clock);
    private final Registry registry;
    private final Pace pace;
    private final Agenda agenda;
    private final Allowance secondLooks = new Allowance(SecondLook.PER_SECOND);
    private final PriorityQueue<End> ends = new PriorityQueue<>(Comparator.comparingLong(End::at));
    private IntPredicate hanging = _ -> false;
    private IntPredicate failing = _ -> false;
    private long hangs;
    private long now;
    private long allHealthyAt = Long.MAX_VALUE;
    private long lastFirstEnd;
    private long begun;
    private long calls;

    SimulatedFleet(int size, IntFunction<Duration> intervals) {
        registry = new Registry(
                IntStream.range(0, size)
                        .mapToObj(i -> config(i, intervals.apply(i)))
                        .toList(),
                clock::instant);
        pace = new Pace(Pace.CONNECTIONS_PER_SECOND);
        agenda = new Agenda(planner);
        follow();
    }

    static BackendConfig config(int i, Duration interval) {
        return BackendConfig.of("b" + i, ANYWHERE, "openai")
                .withTiming(new Timing(interval, Duration.ofSeconds(2), Duration.ofSeconds(1), interval, interval));
    }

    /// What [Checker#follow] does, on one thread.
    private void follow() {
        var change = roster.follow(registry.backends());
        planner.fleet(roster.size());
        pace.follow(roster.pace());
        change.gone().forEach(Turn::retire);
        planner.begin(change.added());
        change.added().forEach(turn -> agenda.add(turn, now));
        agenda.review(now);
    }

    void reload(List<BackendConfig> fleet) {
        registry.replace(fleet);
        follow();
    }

    List<BackendConfig> configs() {
        return registry.backends().stream().map(Backend::config).toList();
    }

    /// Where the slots of a backend stand in its interval.
    double phase(String name) {
        return turn(name).rhythm.phase();
    }

    Turn turn(String name) {
        return registry.backend(name).flatMap(roster::turn).orElseThrow();
    }

    void hang(IntPredicate which, Duration length) {
        hanging = which;
        hangs = length.toNanos();
    }

    /// These fail, and are asked a second time when they fail anew.
    void fail(IntPredicate which) {
        failing = which;
    }

    void checkNow(String name) {
        turn(name).ask();
        agenda.review(now);
    }

    /// The ticker does not run, checks under way end late.
    void stall(long length) {
        now += length;
    }

    /// When the last of those that succeed became healthy.
    long allHealthyAt() {
        return allHealthyAt;
    }

    /// When the last first check ended.
    long lastFirstEnd() {
        return lastFirstEnd;
    }

    long now() {
        return now;
    }

    Starts run(long length) {
        return run(length, new Starts());
    }

    Starts run(long length, Starts starts) {
        for (long end = now + length; now < end; now += Ticker.STEP) {
            finish(starts);
            agenda.take(now, places(), turn -> {
                start(turn, starts);
                return true;
            });
        }
        return starts;
    }

    /// Every thread gets its turn at once.
    private int places() {
        boolean starting = registry.counts().unknown() > 0;
        return Math.min(pace.crowd(), pace.left(now, begun, calls, starting));
    }

    private void start(Turn turn, Starts starts) {
        turn.answering();
        begun++;
        calls++;
        starts.add(name(turn), now);
        ends.add(new End(now + (hanging.test(number(turn)) ? hangs : INSTANTLY), turn));
    }

    private void finish(Starts starts) {
        while (!ends.isEmpty() && ends.peek().at() <= now) {
            var turn = ends.remove().turn();
            var backend = turn.backend;
            turn.succeeded = !failing.test(number(turn));
            boolean first = backend.snapshot().checks() == 0;
            var change = backend.record(turn.succeeded ? SUCCESS : FAILURE, clock.instant());
            if (first) {
                lastFirstEnd = now;
                if (!turn.succeeded && secondLooks.take(1, now)) {
                    starts.connects(now);
                    calls++;
                }
            }
            if (change.isTransition() && change.after().status() == BackendStatus.HEALTHY) {
                allHealthyAt = now;
            }
            planner.next(turn);
            agenda.add(turn, now);
        }
    }

    private static String name(Turn turn) {
        return turn.target.config().name();
    }

    private static int number(Turn turn) {
        return Integer.parseInt(name(turn).substring(1));
    }

    private static CheckResult result(Outcome outcome) {
        return new CheckResult(outcome, CheckReport.of(Instant.EPOCH, outcome, PhaseTimes.NONE, 0, Optional.empty()));
    }

    @Override
    public void close() {
        targets.close();
    }
}
