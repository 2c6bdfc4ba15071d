package nexus.app.notify;

import java.time.Duration;

/// Spans of time for people: `45s`, `2m 30s`, `3h 5m`, `2d 4h`.
final class Spans {

    private Spans() {}

    static String text(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 60) {
            return seconds + "s";
        }
        if (seconds < 3600) {
            return seconds / 60 + "m " + seconds % 60 + "s";
        }
        long minutes = seconds / 60;
        return minutes < 24 * 60
                ? minutes / 60 + "h " + minutes % 60 + "m"
                : minutes / 1440 + "d " + minutes / 60 % 24 + "h";
    }
}
