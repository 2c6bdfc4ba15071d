package nexus.app.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nexus.app.history.Period;
import nexus.app.history.Resolution;
import nexus.app.history.Span;

/// `?range=&from=&to=&step=` of `/v1/backends/{name}/history`.
///
/// @param range      ends now or before; a minute at least, [#LONGEST] at most
/// @param resolution makes [#MOST_POINTS] at most
record HistoryQuery(Span range, Resolution resolution) {

    static final int MOST_POINTS = 1500;
    /// About as long as hours are kept.
    static final Duration LONGEST = Duration.ofDays(400);

    private static final Set<String> KNOWN = new LinkedHashSet<>(List.of("range", "from", "to", "step"));
    private static final String AUTO = "auto";
    private static final String RANGES =
            Arrays.stream(Period.values()).map(Period::text).collect(Collectors.joining(", "));
    private static final String STEPS =
            Arrays.stream(Resolution.values()).map(Resolution::text).collect(Collectors.joining(", "));

    static HistoryQuery of(String rawQuery, Instant now) throws BadParameter {
        var query = QueryText.parse(rawQuery).only(KNOWN);
        var range = query.one("from").isPresent() || query.one("to").isPresent()
                ? between(query, now)
                : period(query).until(now);
        return new HistoryQuery(range, resolution(query, range, now));
    }

    private static Period period(QueryText query) throws BadParameter {
        String asked = query.one("range").orElse(Period.DAY.text());
        return Arrays.stream(Period.values())
                .filter(period -> period.text().equals(asked))
                .findFirst()
                .orElseThrow(() -> new BadParameter("range", "range is one of " + RANGES + "; or give from and to"));
    }

    private static Span between(QueryText query, Instant now) throws BadParameter {
        if (query.one("range").isPresent()) {
            throw new BadParameter("range", "give either range, or from and to");
        }
        var from = time("from", query.one("from").orElseThrow(() -> new BadParameter("from", "to needs a from")));
        var asked = query.one("to");
        var to = asked.isPresent() ? time("to", asked.get()) : now;
        if (from.isBefore(Instant.EPOCH)) {
            throw new BadParameter("from", "from is before 1970, and so before all that is kept");
        }
        if (!from.isBefore(now)) {
            throw new BadParameter("from", "from is not in the past; nobody knows what comes");
        }
        if (!from.isBefore(to)) {
            throw new BadParameter("to", "to is a time after from");
        }
        var range = new Span(from, to.isBefore(now) ? to : now);
        if (range.length().compareTo(LONGEST) > 0) {
            throw new BadParameter("from", "from and to are at most " + LONGEST.toDays() + " days apart");
        }
        return range;
    }

    private static Instant time(String parameter, String text) throws BadParameter {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new BadParameter(
                    parameter,
                    parameter + " is a time like 2026-11-24T16:00:00Z (a + before an offset is written %2B)");
        }
    }

    private static Resolution resolution(QueryText query, Span range, Instant now) throws BadParameter {
        String asked = query.one("step").orElse(AUTO);
        if (asked.equals(AUTO)) {
            return finest(range, now);
        }
        var step = Arrays.stream(Resolution.values())
                .filter(resolution -> resolution.text().equals(asked))
                .findFirst()
                .orElseThrow(() -> new BadParameter("step", "step is one of " + STEPS + ", " + AUTO));
        if (!fits(step, range)) {
            throw new BadParameter(
                    "step",
                    "step=" + asked + " would give more than " + MOST_POINTS + " points; take a coarser step or a"
                            + " shorter range");
        }
        return step;
    }

    /// Minutes are kept for a day.
    private static Resolution finest(Span range, Instant now) {
        if (fits(Resolution.MINUTE, range) && !range.from().isBefore(now.minus(Duration.ofDays(1)))) {
            return Resolution.MINUTE;
        }
        return fits(Resolution.HOUR, range) ? Resolution.HOUR : Resolution.DAY;
    }

    private static boolean fits(Resolution step, Span range) {
        return range.length().dividedBy(step.length()) < MOST_POINTS;
    }
}
