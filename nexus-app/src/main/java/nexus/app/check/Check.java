package nexus.app.check;

import java.time.Duration;
import java.util.Optional;
import nexus.app.health.CheckError;
import nexus.app.health.CheckError.ConnectionFailed;
import nexus.app.health.Outcome;
import nexus.app.health.PhaseTimes;
import nexus.app.health.StateMachine;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.Change;
import nexus.app.registry.CheckReport;
import nexus.app.registry.CheckResult;

/// One check from its start to what everybody may know of it: looked, judged in the light of the observer's
/// own state, recorded, logged.
final class Check {

    private final Inquiry inquiry;
    private final Pauses pauses;
    private final NetworkSuspicion suspicion;
    private final Clock clock;
    private final CheckLog log;

    Check(Inquiry inquiry, Pauses pauses, NetworkSuspicion suspicion, Clock clock, CheckLog log) {
        this.inquiry = inquiry;
        this.pauses = pauses;
        this.suspicion = suspicion;
        this.clock = clock;
        this.log = log;
    }

    /// Runs on the calling thread; ends soon after the target's deadline. What comes of it is thrown away if
    /// the backend was retired meanwhile, or the thread interrupted.
    Change run(Turn turn) {
        var target = turn.target;
        var backend = turn.backend;
        log.checking(target.config());
        var at = clock.instant();
        long start = clock.nanos();
        var found = look(turn);
        long end = clock.nanos();
        if (Thread.currentThread().isInterrupted() || backend.isRetired()) {
            // The checker is closing, or the backend is gone: what that led to is nobody's fault.
            return Change.none(backend.snapshot());
        }
        turn.known = found.known();
        turn.succeeded = found.outcome() instanceof Outcome.Success;

        var before = backend.snapshot();
        var outcome = judged(found, before, target, start, end);
        var report = CheckReport.of(at, outcome, found.phases(), start - turn.planned, found.seen());
        var change = backend.record(new CheckResult(outcome, report), clock.instant());
        if (!backend.isRetired()) {
            tell(change, outcome, found);
        }
        return change;
    }

    /// A look that a fault of ours ended is void: without a record, a backend would keep its status for ever.
    private Inquiry.Found look(Turn turn) {
        try {
            return inquiry.ask(turn.target, turn.known);
        } catch (RuntimeException | Error e) {
            log.broken(turn.target.config().name(), e);
            String reason = "a fault of Nexus ended the check: " + e.getClass().getSimpleName();
            var error = new ConnectionFailed(
                    reason, "Give Nexus more memory if it is short of it; otherwise report this as a bug of Nexus");
            return new Inquiry.Found(
                    new Outcome.Void(reason, error),
                    PhaseTimes.NONE,
                    Optional.empty(),
                    Insight.Known.NONE,
                    Optional.empty());
        }
    }

    private Outcome judged(Inquiry.Found found, BackendSnapshot before, Target target, long start, long end) {
        if (!(found.outcome() instanceof Outcome.Failure(CheckError error))) {
            if (found.outcome() instanceof Outcome.Success) {
                suspicion.success();
            }
            return found.outcome();
        }
        Duration pause = pauses.longestWithin(start, end);
        if (Pauses.spoils(pause, target.timeout())) {
            return paused("Nexus was paused for " + Texts.seconds(pause), error);
        }
        return found.brokeIn()
                .flatMap(phase -> suspicion.failure(before, phase))
                .<Outcome>map(raised -> suspected(error, raised))
                .orElse(found.outcome());
    }

    private static Outcome paused(String reason, CheckError error) {
        return new Outcome.Void(
                reason,
                error.reworded(
                        error.cause() + "; but " + reason,
                        "Check the load and memory of the machine that Nexus runs on; else: " + error.fix()));
    }

    private Outcome suspected(CheckError error, NetworkSuspicion.Suspicion raised) {
        if (raised.first()) {
            log.suspicion(raised.words());
        }
        return new Outcome.Failure(error.reworded(
                error.cause() + "; " + raised.words(),
                "Check the network of the machine that Nexus runs on; else: " + error.fix()));
    }

    private void tell(Change change, Outcome outcome, Inquiry.Found found) {
        switch (outcome) {
            case Outcome.Success success -> {
                log.result(change.after(), Optional.empty(), found.phases());
                success.forgiven()
                        .ifPresent(problem -> log.forgiven(change.after().name(), problem));
            }
            case Outcome.Failure(CheckError error) -> {
                log.result(change.after(), Optional.of(error), found.phases());
                // An error that was reworded is one that the suspicion's own line has told.
                log.failed(change.before(), error, !outcome.equals(found.outcome()));
            }
            case Outcome.Void(String reason, CheckError looksLike) -> {
                if (StateMachine.counts(change.before().state(), outcome)) {
                    log.failed(change.before(), looksLike, false);
                } else {
                    log.voided(change.after().name(), reason, clock.nanos());
                }
            }
        }
        log.changed(change);
    }
}
