package nexus.app.systemd;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How often systemd wants a sign of life, by what it put into the environment (sd_watchdog_enabled(3)).
///
/// @param within a process that is silent for so long is ended
record Watchdog(Duration within) {

    /// @param pid of this process: the variables are inherited by others, for whom they are not meant
    static Optional<Watchdog> of(Map<String, String> environment, long pid) {
        String meant = environment.getOrDefault("WATCHDOG_PID", "");
        String micros = environment.getOrDefault("WATCHDOG_USEC", "");
        return (meant.isEmpty() || meant.equals(Long.toString(pid))) && micros.matches("[1-9][0-9]{0,15}")
                ? Optional.of(new Watchdog(Duration.ofNanos(Long.parseLong(micros) * 1000)))
                : Optional.empty();
    }

    /// A quarter of that: systemd advises half, but one sign that is kept back must not end the process.
    Duration beat() {
        return within.dividedBy(4);
    }
}
