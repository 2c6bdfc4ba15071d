package nexus.app.events;

import java.util.List;

/// About how many characters an event holds: names come from servers, and may be long on purpose.
final class Weight {

    /// What an event takes besides its texts.
    private static final long BASE = 100;

    private Weight() {}

    static long of(Happening what) {
        return BASE
                + switch (what) {
                    case Happening.StatusChanged status ->
                        status.cause().map(Weight::of).orElse(0L);
                    case Happening.CauseChanged cause -> of(cause.before()) + of(cause.after());
                    case Happening.ModelsChanged models ->
                        of(models.added())
                                + of(models.removed())
                                + models.changed().stream()
                                        .mapToLong(Weight::of)
                                        .sum();
                    case Happening.ModelMoved moved -> moved.model().length();
                    case Happening.ConfigChanged config ->
                        of(config.added()) + of(config.removed()) + of(config.restarted()) + of(config.changed());
                    case Happening.Started _, Happening.Stopped _, Happening.Lost _ -> 0;
                };
    }

    private static long of(Cause cause) {
        return cause.text().length() + cause.cause().length() + cause.fix().length();
    }

    private static long of(Happening.ModelChange change) {
        return change.model().length()
                + change.before().length()
                + change.after().length();
    }

    private static long of(List<String> names) {
        return names.stream().mapToLong(String::length).sum();
    }
}
