package nexus.app.check;

import java.time.Duration;

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
        long tenths = Math.round(nanos / 1e5);
        return (tenths < 100 ? tenths / 10 + "." + tenths % 10 : Long.toString(Math.round(nanos / 1e6))) + " ms";
    }
}
