package nexus.app.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long a receiver asks to be left alone (RFC 9110, 10.2.3): seconds, also with a fraction, or a date.
final class RetryAfter {

    /// Nobody is left alone for longer: who asks for more is asked again meanwhile.
    static final Duration LONGEST = Duration.ofHours(1);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}([.][0-9]{1,9})?");
    private static final double MILLIS = 1e3;

    private RetryAfter() {}

    /// @return from zero to [#LONGEST]; empty for what is neither
    static Optional<Duration> of(String value, Instant now) {
        String text = value.strip();
        if (SECONDS.matcher(text).matches()) {
            return Optional.of(bounded(Duration.ofMillis(Math.round(Double.parseDouble(text) * MILLIS))));
        }
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(bounded(Duration.between(now, date)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration wish) {
        if (wish.isNegative()) {
            return Duration.ZERO;
        }
        return wish.compareTo(LONGEST) < 0 ? wish : LONGEST;
    }
}
