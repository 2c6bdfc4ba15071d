package measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The fleets that Nexus has goals for, one after the other, and which of the goals it reaches. Takes half an hour.
/// What is slow fails nothing: the verdicts are for people, and worth something on a quiet machine alone.
final class Goals {
    private static final double START_RATE = 4000;

    /// At 500 checks a second the JVM's compilers are at work for some 100 s, at 2000 for less than the usual 45.
    private static final int WARMUP_OF_A_THOUSAND = 120;

    private final Options options;
    private final StringBuilder verdicts = new StringBuilder();

    Goals(Options options) {
        this.options = options;
    }

    void run() throws IOException, InterruptedException {
        Options thousand = options.fleet(1000, 2, 0).warmedUpFor(WARMUP_OF_A_THOUSAND);
        Options healthy = options.fleet(10_000, 5, 0);
        Options hostile = options.fleet(10_000, 5, 30);
        List<Measurement> small = measured(thousand);
        List<Measurement> large = measured(healthy);
        List<Measurement> attacked = measured(hostile);
        Map<String, Double> api = api(healthy);
        alone("1000", small, 180);
        alone("10 000", large, 260);
        hostile(large.getFirst(), attacked.getFirst());
        started("10 000", healthy, large.getFirst());
        started("10 000, 30 % hostile", hostile, attacked.getFirst());
        atLeast("/health : an empty route, requests a second", api.get("/health"), 0.8);
        atLeast("/v1/models : a constant array, requests a second", api.get("/v1/models"), 0.8);
        System.out.print(verdicts);
    }

    private static List<Measurement> measured(Options options) throws IOException, InterruptedException {
        var columns = new ArrayList<Measurement>();
        try (var fleet = FleetProcess.start(options)) {
            for (String name : options.checkers()) {
                fleet.arrivals(); // forgets those of the checker before
                try (Checker checker = Bench.checker(name, options)) {
                    columns.add(new Run(options, fleet, checker).measure());
                }
            }
        }
        System.out.println(Report.of(options, columns));
        return columns;
    }

    private static Map<String, Double> api(Options options) throws IOException, InterruptedException {
        try (var _ = FleetProcess.start(options);
                NexusChecker nexus = NexusChecker.start(options)) {
            return new ApiLoad(options, nexus).run();
        }
    }

    private void alone(String fleet, List<Measurement> columns, double mebibytes) {
        Measurement nexus = columns.getFirst();
        if (columns.size() > 1) {
            atMost(fleet + ": CPU a check, Nexus : HAProxy", nexus.cpuMicros() / columns.getLast().cpuMicros(), 1.6);
        }
        atMost(fleet + ": resident at most, MiB", nexus.use().peakKib() / 1024.0, mebibytes);
    }

    private void hostile(Measurement healthy, Measurement hostile) {
        atMost("30 % hostile : all healthy, CPU a check", hostile.cpuMicros() / healthy.cpuMicros(), 1.8);
        atMost("30 % hostile: lateness of the healthy, own word, p99 ms", hostile.told().p99(), 50);
        atMost("30 % hostile: lateness of the healthy, seen by the fleet, p99 ms", hostile.seen().p99(), 50);
        atLeast("30 % hostile: planned checks of the healthy made, %", hostile.made() * 100, 99.9);
        atMost("30 % hostile: called down or up wrongly", hostile.wronglyDown() + hostile.wronglyUp(), 0);
    }

    private void started(String fleet, Options of, Measurement nexus) {
        double spread = of.backends() / START_RATE;
        atMost(fleet + ": most connections in a second at the start", nexus.mostStarts(), START_RATE);
        atMost(fleet + ": first connection to all checked, s", nexus.secondsToSeen(), spread + of.timeoutSeconds());
        atMost(fleet + ": first connection to all healthy, s", nexus.secondsToHealthy(), 2 * spread + 2);
    }

    private void atMost(String what, double value, double limit) {
        verdict(what, value, "at most", limit, value <= limit);
    }

    private void atLeast(String what, double value, double limit) {
        verdict(what, value, "at least", limit, value >= limit);
    }

    private void verdict(String what, double value, String how, double limit, boolean reached) {
        String word = reached ? "reached" : "NOT reached";
        verdicts.append(String.format(Locale.ROOT, "%-12s %-68s %8.2f   %s %.1f%n", word, what, value, how, limit));
    }
}
