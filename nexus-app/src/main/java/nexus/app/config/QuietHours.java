package nexus.app.config;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// When somebody does not want to hear anything: the same hours every day, by the clock of a zone. Immutable.
///
/// @param spans empty: never
public record QuietHours(List<Span> spans, ZoneId zone) {

    public static final QuietHours NEVER = new QuietHours(List.of(), ZoneId.of("UTC"));

    private static final Pattern FORM = Pattern.compile("[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}");

    /// A part of a day; one that ends before it starts goes over midnight.
    ///
    /// @param from inclusive
    /// @param to   exclusive; never equal to `from`
    public record Span(LocalTime from, LocalTime to) {
        public Span {
            if (from.equals(to)) {
                throw new IllegalArgumentException("a span that ends where it starts");
            }
        }

        /// Reads `22:00-07:00`.
        ///
        /// @throws IllegalArgumentException if it is none
        static Span parse(String text) {
            if (!FORM.matcher(text).matches()) {
                throw new IllegalArgumentException("no span");
            }
            try {
                return new Span(LocalTime.parse(text.substring(0, 5)), LocalTime.parse(text.substring(6)));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException("no time of day", e);
            }
        }

        private boolean holds(LocalTime time) {
            boolean started = !time.isBefore(from);
            boolean ended = !time.isBefore(to);
            return from.isBefore(to) ? started && !ended : started || !ended;
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }

    public QuietHours {
        spans = List.copyOf(spans);
        Objects.requireNonNull(zone, "zone");
    }

    static boolean isSpan(String text) {
        try {
            return Span.parse(text).from() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Whether it is quiet at that moment.
    public boolean holds(Instant now) {
        if (spans.isEmpty()) {
            return false;
        }
        LocalTime time = LocalTime.ofInstant(now, zone);
        return spans.stream().anyMatch(span -> span.holds(time));
    }
}
