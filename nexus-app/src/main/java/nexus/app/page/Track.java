package nexus.app.page;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import nexus.app.history.Historian;
import nexus.app.history.Incident;
import nexus.app.history.Past;
import nexus.app.history.Period;
import nexus.app.history.Point;
import nexus.app.history.Resolution;
import nexus.app.history.Series;
import nexus.app.registry.BackendSnapshot;

/// How a backend was in the last thirty days, as far as the public is told.
///
/// @param uptime    in percent; empty where nothing is known
/// @param days      one each, the oldest first; empty for a day without a check
/// @param incidents the newest first
record Track(Optional<BigDecimal> uptime, List<Optional<Day>> days, List<Incident> incidents) {

    static final int DAYS = 30;

    /// @param failed the share of the checks that failed, 0 to 1
    record Day(double failed) {}

    Track {
        Objects.requireNonNull(uptime, "uptime");
        days = List.copyOf(days);
        incidents = List.copyOf(incidents);
    }

    /// Empty where nothing is known.
    ///
    /// @throws nexus.app.events.EventStoreException if the past can't be read
    static Optional<Track> of(Past past, Historian historian, BackendSnapshot backend, Instant now) {
        var month = Period.MONTH.until(now);
        var days = Series.of(past, backend.name(), Resolution.DAY, month);
        return historian
                .of(backend.name(), Optional.of(backend.status()), month)
                .map(history ->
                        new Track(history.uptimes().get(Period.MONTH).percent(), days(days, now), history.incidents()))
                .filter(Track::isKnown);
    }

    private boolean isKnown() {
        return uptime.isPresent() || days.stream().anyMatch(Optional::isPresent);
    }

    private static List<Optional<Day>> days(Series series, Instant now) {
        Map<Long, Point> known = series.points().stream()
                .collect(Collectors.toMap(point -> day(point.start()), Function.identity(), (one, _) -> one));
        var days = new ArrayList<Optional<Day>>(DAYS);
        for (long day = day(now) - DAYS + 1; day <= day(now); day++) {
            days.add(Optional.ofNullable(known.get(day))
                    .map(point -> new Day((double) point.failed() / point.checks())));
        }
        return days;
    }

    private static long day(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), Duration.ofDays(1).toSeconds());
    }
}
