package measure;

import java.nio.file.Path;
import java.util.List;

/// What one run measures.
///
/// @param backends        size of the fleet
/// @param intervalSeconds time between two checks of a backend
/// @param timeoutSeconds  deadline of a check
/// @param hostilePercent  share of the fleet that misbehaves
/// @param warmupSeconds   how long a checker runs before the window opens
/// @param seconds         length of the window
/// @param soakMinutes     0, or how long a tenth of the fleet flips each minute instead of everything else
/// @param goals           the fleets of [Goals] one after the other, and what is reached, instead of one fleet
/// @param apiLoad         requests a second of the API instead of everything else
/// @param shortForm       pass or fail on functional numbers, no ratios
/// @param checkers        `nexus`, `haproxy`, in this order of running
/// @param nexus           the program's start script
/// @param work            a folder for files of this run
/// @param port            every stand-in listens on this port of its address
record Options(
        int backends,
        double intervalSeconds,
        double timeoutSeconds,
        int hostilePercent,
        int warmupSeconds,
        int seconds,
        int soakMinutes,
        boolean goals,
        boolean apiLoad,
        boolean shortForm,
        List<String> checkers,
        Path nexus,
        Path work,
        int port) {

    private static final Options USUAL = new Options(
            1000, 2, 2, 0, 45, 60, 0, false, false, false, List.of("nexus", "haproxy"), Path.of("bin/nexus"), Path.of("."), 18080);
    private static final Options SHORT =
            new Options(200, 1, 0.8, 30, 6, 10, 0, false, false, true, List.of("nexus"), USUAL.nexus, USUAL.work, 18080);

    /// @throws IllegalArgumentException with a sentence for the user
    static Options of(List<String> args) {
        Options options = args.contains("--short") ? SHORT : USUAL;
        for (int i = 0; i < args.size(); i++) {
            String flag = args.get(i);
            if (flag.equals("--short")) {
                continue;
            }
            if (flag.equals("--goals")) {
                options = options.withGoals();
                continue;
            }
            if (flag.equals("--api")) {
                options = options.withApiLoad();
                continue;
            }
            if (++i == args.size()) {
                throw new IllegalArgumentException(flag + " needs a value");
            }
            options = options.with(flag, args.get(i));
        }
        return options;
    }

    private Options with(String flag, String value) {
        var o = new Draft(this);
        switch (flag) {
            case "--backends" -> o.backends = Integer.parseInt(value);
            case "--interval" -> o.interval = Double.parseDouble(value);
            case "--timeout" -> o.timeout = Double.parseDouble(value);
            case "--hostile" -> o.hostile = Integer.parseInt(value);
            case "--warmup" -> o.warmup = Integer.parseInt(value);
            case "--seconds" -> o.seconds = Integer.parseInt(value);
            case "--soak" -> o.soak = Integer.parseInt(value);
            case "--checkers" -> o.checkers = List.of(value.split(","));
            case "--nexus" -> o.nexus = Path.of(value);
            case "--work" -> o.work = Path.of(value);
            case "--port" -> o.port = Integer.parseInt(value);
            default -> throw new IllegalArgumentException("unknown option " + flag);
        }
        return o.done();
    }

    private Options withApiLoad() {
        var o = new Draft(this);
        o.apiLoad = true;
        o.checkers = List.of("nexus");
        return o.done();
    }

    private Options withGoals() {
        var o = new Draft(this);
        o.goals = true;
        return o.done();
    }

    /// The same with another fleet, checked with a timeout of 2 s.
    Options fleet(int backends, double intervalSeconds, int hostilePercent) {
        var o = new Draft(this);
        o.backends = backends;
        o.interval = intervalSeconds;
        o.timeout = 2;
        o.hostile = hostilePercent;
        return o.done();
    }

    /// The same with so long a warm-up.
    Options warmedUpFor(int seconds) {
        var o = new Draft(this);
        o.warmup = seconds;
        return o.done();
    }

    /// How long a SLOW stand-in waits: well within the deadline.
    long slowMillis() {
        return Math.round(timeoutSeconds * 500);
    }

    /// The mutable twin, for reading flags one by one.
    private static final class Draft {
        private final boolean shortForm;
        private int backends;
        private double interval;
        private double timeout;
        private int hostile;
        private int warmup;
        private int seconds;
        private int soak;
        private boolean goals;
        private boolean apiLoad;
        private List<String> checkers;
        private Path nexus;
        private Path work;
        private int port;

        Draft(Options from) {
            shortForm = from.shortForm;
            backends = from.backends;
            interval = from.intervalSeconds;
            timeout = from.timeoutSeconds;
            hostile = from.hostilePercent;
            warmup = from.warmupSeconds;
            seconds = from.seconds;
            soak = from.soakMinutes;
            goals = from.goals;
            apiLoad = from.apiLoad;
            checkers = from.checkers;
            nexus = from.nexus;
            work = from.work;
            port = from.port;
        }

        Options done() {
            return new Options(
                    backends,
                    interval,
                    timeout,
                    hostile,
                    warmup,
                    seconds,
                    soak,
                    goals,
                    apiLoad,
                    shortForm,
                    checkers,
                    nexus,
                    work,
                    port);
        }
    }
}
