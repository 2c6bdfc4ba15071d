package nexus.app.history;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How long a backend was in each [Condition] of a span of time. Immutable.
///
/// @param times by condition; together they are the span. One that is missing is none
public record Uptime(Map<Condition, Duration> times) {

    /// Decimals of a percentage.
    private static final int DECIMALS = 3;

    public Uptime {
        times = Map.copyOf(times);
    }

    public Duration time(Condition condition) {
        return times.getOrDefault(condition, Duration.ZERO);
    }

    /// The share of the time in which it was healthy, of that in which it was healthy or unhealthy.
    ///
    /// @return empty if it was neither
    public Optional<BigDecimal> percent() {
        var healthy = time(Condition.HEALTHY);
        return percent(healthy, healthy.plus(time(Condition.UNHEALTHY)));
    }

    /// The share of the whole time in which Nexus watched it.
    ///
    /// @return empty if there is no time at all
    public Optional<BigDecimal> observedPercent() {
        var whole = times.values().stream().reduce(Duration.ZERO, Duration::plus);
        return percent(whole.minus(time(Condition.NOT_OBSERVED)), whole);
    }

    /// Rounded down, so that only all of it is 100; and only nothing at all is 0.
    private static Optional<BigDecimal> percent(Duration part, Duration whole) {
        if (whole.isZero()) {
            return Optional.empty();
        }
        var share = nanos(part).scaleByPowerOfTen(2).divide(nanos(whole), DECIMALS, RoundingMode.DOWN);
        return Optional.of(part.isZero() ? share : share.max(BigDecimal.ONE.movePointLeft(DECIMALS)));
    }

    private static BigDecimal nanos(Duration time) {
        return BigDecimal.valueOf(time.toNanos());
    }
}
