package nexus.app.api;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nexus.app.events.Event;
import nexus.app.events.Happening;

/// Which events a client wants. That some are lost concerns everybody.
///
/// @param backends names; empty: of all. What is no matter of a backend (a start, a stop) passes
/// @param types    words of [Happening#TYPES]; empty: all
record EventFilter(Set<String> backends, Set<String> types) implements Predicate<Event> {

    EventFilter {
        backends = Set.copyOf(backends);
        types = Set.copyOf(types);
    }

    @Override
    public boolean test(Event event) {
        var what = event.what();
        return what instanceof Happening.Lost
                || ((types.isEmpty() || types.contains(what.type())) && (backends.isEmpty() || concerns(what)));
    }

    private boolean concerns(Happening what) {
        return switch (what) {
            case Happening.StatusChanged status -> backends.contains(status.backend());
            case Happening.CauseChanged cause -> backends.contains(cause.backend());
            case Happening.ModelsChanged models -> backends.contains(models.backend());
            case Happening.ModelMoved moved -> backends.contains(moved.from()) || backends.contains(moved.to());
            case Happening.ConfigChanged config ->
                config.untold() > 0
                        || Stream.of(config.added(), config.removed(), config.restarted(), config.changed())
                                .anyMatch(names -> names.stream().anyMatch(backends::contains));
            case Happening.Started _, Happening.Stopped _, Happening.Lost _ -> true;
        };
    }
}
