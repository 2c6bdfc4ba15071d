package nexus.app.check;

import java.time.Duration;
import java.util.Locale;

/// Spans of time as people write them.
final class Texts {

    private Texts() {}

    /// `5 s`, `2.5 s`.
    static String seconds(Duration span) {
        double seconds = Math.round(span.toNanos() / 1e7) / 100.0;
        return (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds)) + " s";
    }

    /// `0.4 ms`, `120 ms`.
    static String millis(long nanos) {
        double millis = nanos / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
    }
}
