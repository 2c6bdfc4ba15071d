package nexus.app.history;

import java.time.Duration;
import java.time.Instant;

/// The spans that everybody asks for, each up to now.
public enum Period {
    DAY("24h", Duration.ofHours(24)),
    WEEK("7d", Duration.ofDays(7)),
    MONTH("30d", Duration.ofDays(30));

    private final String text;
    private final Duration length;

    Period(String text, Duration length) {
        this.text = text;
        this.length = length;
    }

    /// The word of JSON and of the command line: `7d`.
    public String text() {
        return text;
    }

    public Span until(Instant now) {
        return new Span(now.minus(length), now);
    }
}
