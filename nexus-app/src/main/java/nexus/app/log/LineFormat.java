package nexus.app.log;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Turns an event into one line, its end included.
sealed interface LineFormat {

    /// Three digits always, so that columns stand under each other.
    DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    String line(Event event);

    private static String time(Instant instant) {
        return TIME.format(instant);
    }

    /// For people: `2026-11-24T15:04:05.123Z WARN  health: check failed backend_id="x" error=Timeout(5)`.
    record Pretty() implements LineFormat {
        @Override
        public String line(Event event) {
            var line = new StringBuilder(160);
            line.append(time(event.time())).append(' ').append(event.level());
            line.repeat(' ', 6 - event.level().length());
            Printable.appendTo(line, event.component()).append(": ");
            Printable.appendTo(line, event.text());
            for (var field : event.fields()) {
                Printable.appendTo(line.append(' '), field.key()).append('=');
                if (field.value() instanceof String text) {
                    Printable.appendQuotedTo(line, text);
                } else {
                    Printable.appendTo(line, String.valueOf(field.value()));
                }
            }
            return line.append('\n').toString();
        }
    }

    /// For machines: `{"time":"...","level":"WARN","component":"health","event":"check failed","backend_id":"x"}`.
    /// Numbers and booleans stay what they are.
    record Json() implements LineFormat {
        @Override
        public String line(Event event) {
            var line = new StringBuilder(200).append('{');
            pair(line, "time", time(event.time()));
            pair(line.append(','), "level", event.level());
            pair(line.append(','), "component", event.component());
            pair(line.append(','), "event", event.text());
            for (var field : event.fields()) {
                pair(line.append(','), field.key(), field.value());
            }
            return line.append("}\n").toString();
        }

        private static void pair(StringBuilder line, String key, Object value) {
            Printable.appendQuotedTo(line, key).append(':');
            if (value instanceof Boolean || (value instanceof Number number && Double.isFinite(number.doubleValue()))) {
                line.append(value);
            } else {
                Printable.appendQuotedTo(line, String.valueOf(value));
            }
        }
    }
}
