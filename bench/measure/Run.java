package measure;

import fleet.Behaviour;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One checker's part of a run: start, warm-up, window, kill.
final class Run {
    private static final int KILLED = 50;

    private final Options options;
    private final FleetProcess fleet;
    private final Checker checker;

    Run(Options options, FleetProcess fleet, Checker checker) {
        this.options = options;
        this.fleet = fleet;
        this.checker = checker;
    }

    Measurement measure() throws IOException, InterruptedException {
        Start start = start();
        sleep(options.warmupSeconds());
        Window window = window();
        Map<Integer, Checker.Verdict> verdicts = checker.verdicts();
        Kill kill = kill();
        Arrivals healthy = window.arrivals.ofHealthy(options.hostilePercent());
        int expected = healthyOnes().size();
        long planned = (long) Math.floor(window.seconds / options.intervalSeconds());
        return new Measurement(
                checker.name(),
                window.checks / window.seconds,
                window.cpuMicros / (double) window.checks,
                window.fleetMicros / window.seconds / 1e6,
                window.use,
                told(verdicts),
                healthy.lateness(options.intervalSeconds()),
                healthy.gapError(options.intervalSeconds()),
                healthy.madeOf(expected, planned),
                healthy.fewest(expected),
                wrong(verdicts, true),
                wrong(verdicts, false),
                kill.seconds,
                kill.unseen,
                start.toHealthy,
                start.toSeen,
                start.most);
    }

    private Start start() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        int answering = (int) all().filter(i -> behaviour(i).answersInTime()).count();
        double atMost = 20 + options.backends() / 500.0 + 3 * options.timeoutSeconds();
        double toHealthy = checker.secondsToHealthy(answering, atMost);
        sleep(Double.isNaN(toHealthy) ? options.intervalSeconds() + 2 : 0.1);
        Arrivals arrivals = fleet.arrivals();
        double untilFirst = (arrivals.first() - begun) / 1e9;
        return new Start(toHealthy - untilFirst, arrivals.secondsUntilAllSeen(), arrivals.mostInASecond());
    }

    private Window window() throws IOException, InterruptedException {
        fleet.arrivals();
        long from = System.nanoTime();
        long count = fleet.count();
        ProcessUse before = ProcessUse.of(checker.pid());
        ProcessUse fleetBefore = ProcessUse.of(fleet.pid());
        sleep(options.seconds());
        ProcessUse after = ProcessUse.of(checker.pid());
        ProcessUse fleetAfter = ProcessUse.of(fleet.pid());
        long checks = fleet.count() - count;
        double seconds = (System.nanoTime() - from) / 1e9;
        return new Window(
                seconds,
                checks,
                after.cpuMicros() - before.cpuMicros(),
                fleetAfter.cpuMicros() - fleetBefore.cpuMicros(),
                after,
                fleet.arrivals());
    }

    /// Kills some of the healthy, waits until each must have had its three failed checks, and brings them back.
    private Kill kill() throws IOException, InterruptedException {
        List<Integer> healthy = healthyOnes();
        int step = Math.max(1, healthy.size() / KILLED);
        List<Integer> victims = IntStream.iterate(0, i -> i < healthy.size(), i -> i + step)
                .mapToObj(healthy::get)
                .toList();
        String numbers = victims.stream().map(i -> " " + i).collect(Collectors.joining());
        long killed = System.currentTimeMillis();
        fleet.ask("kill" + numbers);
        sleep(4 * options.intervalSeconds() + options.timeoutSeconds());
        Map<Integer, Long> since = checker.downSince();
        fleet.ask("revive" + numbers);
        double[] seconds = victims.stream()
                .filter(since::containsKey)
                .mapToDouble(i -> (since.get(i) - killed) / 1e3)
                .toArray();
        return new Kill(Spread.of(seconds), victims.size() - seconds.length);
    }

    private Spread told(Map<Integer, Checker.Verdict> verdicts) {
        return Spread.of(verdicts.entrySet().stream()
                .filter(e -> behaviour(e.getKey()) == Behaviour.HEALTHY)
                .mapToDouble(e -> e.getValue().latenessMillis())
                .filter(millis -> !Double.isNaN(millis))
                .toArray());
    }

    private int wrong(Map<Integer, Checker.Verdict> verdicts, boolean answersInTime) {
        return (int) verdicts.entrySet().stream()
                .filter(e -> behaviour(e.getKey()).answersInTime() == answersInTime)
                .filter(e -> e.getValue().healthy() != answersInTime)
                .count();
    }

    private List<Integer> healthyOnes() {
        return all().filter(i -> behaviour(i) == Behaviour.HEALTHY).boxed().toList();
    }

    private IntStream all() {
        return IntStream.range(0, options.backends());
    }

    private Behaviour behaviour(int standIn) {
        return Behaviour.of(standIn, options.hostilePercent());
    }

    private static void sleep(double seconds) throws InterruptedException {
        Thread.sleep(Math.round(seconds * 1000));
    }

    private record Start(double toHealthy, double toSeen, int most) {}

    private record Window(
            double seconds, long checks, long cpuMicros, long fleetMicros, ProcessUse use, Arrivals arrivals) {}

    private record Kill(Spread seconds, int unseen) {}
}
