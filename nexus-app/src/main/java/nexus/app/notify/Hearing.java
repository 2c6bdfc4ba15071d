package nexus.app.notify;

import java.time.Instant;
import java.util.Optional;
import nexus.app.config.ReceiverConfig.Scope;
import nexus.app.events.Cause;
import nexus.app.events.Event;
import nexus.app.events.Happening;
import nexus.app.health.BackendStatus;
import nexus.app.notify.Message.How;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.CheckReport;
import nexus.app.registry.Registry;

/// Tells a digest what events mean for it. Where events are missing the registry says what is true. For one thread.
final class Hearing {

    private final Registry registry;
    private final Digest digest;

    Hearing(Registry registry, Digest digest) {
        this.registry = registry;
        this.digest = digest;
    }

    /// @param scope which backends the receiver hears of; one that it knows as unhealthy it hears of in any case
    void heard(Event event, Scope scope) {
        switch (event.what()) {
            case Happening.StatusChanged status -> changed(status, event.at(), scope);
            case Happening.CauseChanged cause -> digest.causeChanged(cause.backend(), cause.after(), event.at());
            case Happening.ConfigChanged config -> {
                if (config.untold() > 0) {
                    compare(event.at(), scope);
                } else {
                    config.removed().forEach(name -> digest.over(name, How.REMOVED, event.at()));
                    config.restarted().forEach(name -> restarted(name, event.at()));
                }
            }
            case Happening.Lost _ -> compare(event.at(), scope);
            case Happening.ModelsChanged _, Happening.ModelMoved _, Happening.Started _, Happening.Stopped _ -> {
                // Nobody is woken for these.
            }
        }
    }

    private void changed(Happening.StatusChanged status, Instant at, Scope scope) {
        switch (status.to()) {
            case UNHEALTHY -> fell(status.backend(), at, status.cause(), scope);
            case HEALTHY -> digest.over(status.backend(), How.HEALTHY, at);
            case DRAINING -> digest.over(status.backend(), How.DRAINED, at);
            case UNKNOWN -> digest.forgotten(status.backend());
        }
    }

    /// What is disabled is not checked any more: it never comes to another status.
    private void restarted(String name, Instant at) {
        if (isWatched(name)) {
            digest.forgotten(name);
        } else {
            digest.over(name, How.REMOVED, at);
        }
    }

    private boolean isWatched(String name) {
        return registry.backend(name)
                .filter(backend -> backend.config().enabled())
                .isPresent();
    }

    private void fell(String name, Instant at, Optional<Cause> cause, Scope scope) {
        registry.backend(name)
                .map(backend -> backend.config())
                .filter(backend -> scope.holds(backend) || digest.knows(name))
                .ifPresent(backend -> digest.fell(name, backend.url().host(), at, cause));
    }

    /// Compares all that the receiver may believe with what is true.
    void compare(Instant at, Scope scope) {
        for (String name : digest.concerned()) {
            if (!isWatched(name)) {
                digest.over(name, How.REMOVED, at);
            }
        }
        registry.backends().stream()
                .map(backend -> backend.snapshot())
                .filter(backend -> backend.status() == BackendStatus.UNHEALTHY || digest.knows(backend.name()))
                .filter(backend -> backend.config().enabled())
                .forEach(backend -> changed(status(backend), backend.since(), scope));
    }

    private static Happening.StatusChanged status(BackendSnapshot backend) {
        return new Happening.StatusChanged(
                backend.name(),
                backend.status(),
                backend.status(),
                backend.lastCheck().flatMap(CheckReport::error).map(Cause::of),
                false);
    }
}
