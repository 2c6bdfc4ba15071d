package nexus.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Times as the reader's own clock shows them: without the date where it is today's.
///
/// @param now  the moment that the text speaks of
/// @param zone the reader's
record Moments(Instant now, ZoneId zone) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /// A time of an answer; empty if there is none.
    static Optional<Instant> parse(Json json, String key) {
        try {
            return json.at(key).text().map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    String clock(Instant time) {
        boolean today = LocalDate.ofInstant(time, zone).equals(LocalDate.ofInstant(now, zone));
        return (today ? TIME : DATE_TIME).withZone(zone).format(time);
    }

    /// How long ago: `12m 5s`.
    String ago(Instant time) {
        return Uptime.text(Math.max(0, Duration.between(time, now).toSeconds()));
    }

    /// When it will be: `in 2s`, or that it should be by now.
    String ahead(Instant time) {
        // What is left of a second is a second: nobody waits for none.
        long seconds = Duration.between(now, time).plusMillis(999).toSeconds();
        return time.isAfter(now) ? "in " + Uptime.text(seconds) : "now";
    }
}
