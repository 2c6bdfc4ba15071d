package nexus.app.check;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import nexus.app.config.BackendConfig;
import nexus.app.health.BackendStatus;
import nexus.app.health.CheckError;
import nexus.app.health.CheckError.ParseError;
import nexus.app.health.PhaseTimes;
import nexus.app.log.Log;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.Change;
import nexus.app.registry.CheckReport;
import nexus.spi.ModelList;

/// What checks say in the log, in the words that people search for.
final class CheckLog {

    /// The observer's trouble concerns many checks at once; it is told this often, in nanoseconds.
    private static final long TROUBLE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Log log = Log.of("health");
    private final AtomicLong trouble = new AtomicLong();

    void checking(BackendConfig backend) {
        if (log.isDebug()) {
            log.debug(
                    "checking backend",
                    "backend_id",
                    backend.name(),
                    "url",
                    backend.url().toString());
        }
    }

    void result(BackendSnapshot backend, Optional<CheckError> error, PhaseTimes phases) {
        if (log.isDebug()) {
            log.debug(
                    "check result",
                    "backend_id",
                    backend.name(),
                    "status",
                    Log.word((error.isEmpty() ? BackendStatus.HEALTHY : BackendStatus.UNHEALTHY).label()),
                    "latency_ms",
                    Math.round(phases.total() / 1e6),
                    "models",
                    backend.models().orElse(ModelList.empty()).models().size());
        }
    }

    /// A failed check; quiet when it says nothing new, so that a dead machine does not fill the log.
    ///
    /// @param suspected whether one line of [#suspicion] speaks for this and its like
    void failed(BackendSnapshot before, CheckError error, boolean suspected) {
        String event = error instanceof ParseError ? "parse error, preserving previous models" : "check failed";
        if (!suspected && !isRepeat(before, error)) {
            log.warn(event, "backend_id", before.name(), "error", Log.word(error.text()));
        } else if (log.isDebug()) {
            log.debug(event, "backend_id", before.name(), "error", Log.word(error.text()));
        }
        if (log.isDebug()) {
            log.debug("cause of failure", "backend_id", before.name(), "cause", error.cause(), "fix", error.fix());
        }
    }

    /// A success in spite of what came.
    void forgiven(String backend, String problem) {
        log.debug("unreadable answer forgiven (on_parse_error)", "backend_id", backend, "problem", problem);
    }

    /// A check that is no evidence: each at DEBUG, and one line for all of them in [#TROUBLE_NANOS].
    void voided(String backend, String reason, long now) {
        log.debug("check void, to be done again", "backend_id", backend, "reason", reason);
        if (isToBeTold(now)) {
            log.warn("checks are void, to be done again", "reason", reason);
        }
    }

    /// Checks that could not be started when they were due.
    void held(Throwable fault, long now) {
        if (isToBeTold(now)) {
            log.error("checks can't start, tried again", "fault", fault.toString());
        }
    }

    private boolean isToBeTold(long now) {
        long last = trouble.get();
        return (last == 0 || now - last > TROUBLE_NANOS) && trouble.compareAndSet(last, now);
    }

    /// A pause long enough to spoil a check.
    void paused(Duration pause) {
        log.warn("process was paused, checks under way may be void", "seconds", pause.toMillis() / 1e3);
    }

    void suspicion(String words) {
        log.warn("many backends fail at once", "suspicion", words);
    }

    void changed(Change change) {
        if (change.isTransition()) {
            log.info(
                    "backend status changed",
                    "backend_id",
                    change.after().name(),
                    "old",
                    Log.word(change.before().status().label()),
                    "new",
                    Log.word(change.after().status().label()));
        }
    }

    /// A bug of ours, or a probe that throws what nobody may throw.
    void broken(String backend, Throwable error) {
        log.error(
                "check ended by a fault of Nexus",
                "backend_id",
                backend,
                "fault",
                error.getClass().getName());
    }

    private static boolean isRepeat(BackendSnapshot before, CheckError error) {
        return before.status() == BackendStatus.UNHEALTHY
                && before.lastCheck()
                        .flatMap(CheckReport::error)
                        .filter(last -> last.text().equals(error.text()))
                        .isPresent();
    }
}
