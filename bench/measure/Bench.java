package measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The measuring program: one fleet, one checker after the other against it.
public final class Bench {
    private static final int USAGE = 2;

    private Bench() {}

    /// For the command line; see `bench/run`. The exit code is 1 when the short form or the soak found a fault.
    public static void main(String[] args) throws IOException, InterruptedException {
        Options options;
        try {
            options = Options.of(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(USAGE);
            return;
        }
        System.exit(run(options));
    }

    private static int run(Options options) throws IOException, InterruptedException {
        if (options.goals()) {
            new Goals(options).run();
            return 0;
        }
        var measurements = new ArrayList<Measurement>();
        var faults = new ArrayList<String>();
        try (var fleet = FleetProcess.start(options)) {
            for (String name : options.checkers()) {
                fleet.arrivals(); // forgets those of the checker before
                try (Checker checker = checker(name, options)) {
                    if (options.soakMinutes() > 0) {
                        faults.addAll(new Soak(options, fleet, checker).run());
                        continue;
                    }
                    if (options.apiLoad() && checker instanceof NexusChecker nexus) {
                        new ApiLoad(options, nexus).run();
                        continue;
                    }
                    measurements.add(new Run(options, fleet, checker).measure());
                    if (options.shortForm()) {
                        faults.addAll(new ShortForm(options, fleet, checker).faultsOf(measurements.getLast()));
                    }
                }
            }
        }
        if (!measurements.isEmpty()) {
            System.out.print(Report.of(options, measurements));
        }
        faults.forEach(fault -> System.out.println("FAULT: " + fault));
        return faults.isEmpty() ? 0 : 1;
    }

    static Checker checker(String name, Options options) throws IOException {
        return switch (name) {
            case "nexus" -> NexusChecker.start(options);
            case "haproxy" -> HaproxyChecker.start(options);
            default -> throw new IllegalArgumentException("no checker " + name);
        };
    }
}
