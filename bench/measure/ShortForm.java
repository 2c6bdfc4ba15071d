package measure;

import fleet.Behaviour;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The form for every build: it fails on what is wrong, never on what is slow.
///
/// - the healthy got at least nine tenths of their planned checks, and none less than half of them;
/// - every verdict is right and every hostile backend failed for its own reason;
/// - when the fleet is dead and quiet, no socket of a check is open, and no thread has come since the window.
final class ShortForm {
    private static final Map<Behaviour, String> ERRORS = Map.of(
            Behaviour.HANG, "Timeout",
            Behaviour.DRIP, "Timeout",
            Behaviour.FLOOD, "ParseError",
            Behaviour.RESET, "ConnectionFailed");

    /// The server's own listening socket, an idle API connection or two, the selectors' wake-ups.
    private static final int SOCKETS_ALLOWED = 12;

    private static final int THREADS_ALLOWED = 6;

    private final Options options;
    private final FleetProcess fleet;
    private final Checker checker;
    private final List<String> faults = new ArrayList<>();

    ShortForm(Options options, FleetProcess fleet, Checker checker) {
        this.options = options;
        this.fleet = fleet;
        this.checker = checker;
    }

    /// What is wrong, a sentence each; empty is right.
    List<String> faultsOf(Measurement measured) throws IOException, InterruptedException {
        int planned = (int) Math.floor(options.seconds() / options.intervalSeconds());
        require(measured.made() >= 0.9, "made %.1f %% of the planned checks", measured.made() * 100);
        require(measured.fewest() * 2 >= planned, "a healthy backend got %d of %d checks", measured.fewest(), planned);
        require(measured.wronglyDown() == 0, "%d good backends called unhealthy", measured.wronglyDown());
        require(measured.wronglyUp() == 0, "%d bad backends called healthy", measured.wronglyUp());
        require(measured.unseenKills() == 0, "%d killed backends never noticed", measured.unseenKills());
        reasons();
        leaks(measured.use());
        return faults;
    }

    private void reasons() throws IOException {
        checker.verdicts().forEach((standIn, verdict) -> {
            Behaviour behaviour = Behaviour.of(standIn, options.hostilePercent());
            if (ERRORS.containsKey(behaviour)) {
                String expected = ERRORS.get(behaviour);
                require(verdict.error().equals(expected), "b%d: %s failed with %s", standIn, behaviour, verdict.error());
            }
        });
    }

    private void leaks(ProcessUse before) throws IOException, InterruptedException {
        var everybody = new StringBuilder("kill");
        for (int i = 0; i < options.backends(); i++) {
            everybody.append(' ').append(i);
        }
        fleet.ask(everybody.toString());
        Thread.sleep(Math.round((options.timeoutSeconds() + options.intervalSeconds()) * 1000));
        ProcessUse after = ProcessUse.of(checker.pid());
        require(after.sockets() <= SOCKETS_ALLOWED, "%d sockets open with nothing to talk to", after.sockets());
        int more = after.threads() - before.threads();
        require(more <= THREADS_ALLOWED, "%d threads more than in the window", more);
    }

    private void require(boolean right, String fault, Object... values) {
        if (!right) {
            faults.add(fault.formatted(values));
        }
    }
}
