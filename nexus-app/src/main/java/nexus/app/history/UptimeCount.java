package nexus.app.history;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/// Adds up what a story tells of one span of time. For one thread.
final class UptimeCount implements Consumer<Stretch> {

    private final Span range;
    private final Map<Condition, Duration> times = new EnumMap<>(Condition.class);

    UptimeCount(Span range) {
        this.range = range;
    }

    @Override
    public void accept(Stretch stretch) {
        stretch.span().cut(range).ifPresent(part -> times.merge(stretch.condition(), part.length(), Duration::plus));
    }

    Uptime uptime() {
        return new Uptime(times);
    }
}
