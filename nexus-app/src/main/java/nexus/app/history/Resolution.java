package nexus.app.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// How fine a [Series] is.
public enum Resolution {
    MINUTE(Rollup.Step.MINUTE, Duration.ofMinutes(1)),
    HOUR(Rollup.Step.HOUR, Duration.ofHours(1)),
    /// Of 24 hours in UTC.
    DAY(Rollup.Step.HOUR, Duration.ofDays(1));

    private final Rollup.Step source;
    private final Duration length;

    Resolution(Rollup.Step source, Duration length) {
        this.source = source;
        this.length = length;
    }

    /// The word of JSON and of queries: `hour`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Duration length() {
        return length;
    }

    Rollup.Step source() {
        return source;
    }

    /// The beginning of the step that a moment belongs to.
    Instant start(Instant moment) {
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), length.toSeconds()) * length.toSeconds());
    }
}
