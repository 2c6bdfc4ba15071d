package measure;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// The run as a table: one column a checker, and the ratios of the first to the last.
final class Report {
    private final StringBuilder text = new StringBuilder();
    private final List<Measurement> columns;

    private Report(List<Measurement> columns) {
        this.columns = columns;
    }

    static String of(Options options, List<Measurement> columns) {
        var report = new Report(columns);
        report.text.append("%d backends, every %s s, timeout %s s, %d %% hostile; window %d s after %d s%n"
                .formatted(
                        options.backends(),
                        options.intervalSeconds(),
                        options.timeoutSeconds(),
                        options.hostilePercent(),
                        options.seconds(),
                        options.warmupSeconds()));
        report.rows();
        return report.text.toString();
    }

    private void rows() {
        row("", Measurement::name);
        number("checks a second", Measurement::checksPerSecond, "%.1f");
        number("CPU a check, us", Measurement::cpuMicros, "%.1f");
        number("resident, MiB", m -> m.use().residentKib() / 1024.0, "%.0f");
        number("resident at most, MiB", m -> m.use().peakKib() / 1024.0, "%.0f");
        row("threads / descriptors", m -> m.use().threads() + " / " + m.use().descriptors());
        row("lateness by its own word, ms p50/p99/max", m -> m.told().toString());
        row("lateness seen by the fleet, ms p50/p99/max", m -> m.seen().toString());
        row("gap minus interval, ms p50/p99/max", m -> m.gaps().toString());
        number("planned checks made, %", m -> m.made() * 100, "%.2f");
        row("called down wrongly / up wrongly", m -> m.wronglyDown() + " / " + m.wronglyUp());
        row("kill to verdict, s p50/p99/max", m -> m.killToVerdict().toString());
        row("kills without verdict", m -> "" + m.unseenKills());
        number("first connection to all healthy, s", Measurement::secondsToHealthy, "%.2f");
        number("first connection to all checked, s", Measurement::secondsToSeen, "%.2f");
        row("most connections in a second at start", m -> "" + m.mostStarts());
        number("fleet's core busy, %", m -> m.fleetBusy() * 100, "%.0f");
        if (columns.size() > 1) {
            ratio("CPU a check", Measurement::cpuMicros);
            ratio("resident memory", m -> m.use().residentKib());
        }
    }

    private void number(String label, ToDoubleFunction<Measurement> value, String format) {
        row(label, m -> {
            double number = value.applyAsDouble(m);
            return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, format, number);
        });
    }

    private void row(String label, Function<Measurement, String> value) {
        text.append("%-46s".formatted(label));
        columns.forEach(m -> text.append("%22s".formatted(value.apply(m))));
        text.append(System.lineSeparator());
    }

    private void ratio(String label, ToDoubleFunction<Measurement> value) {
        Measurement first = columns.getFirst();
        Measurement last = columns.getLast();
        text.append(String.format(
                Locale.ROOT,
                "ratio %s : %s, %-24s %.2f%n",
                first.name(),
                last.name(),
                label,
                value.applyAsDouble(first) / value.applyAsDouble(last)));
    }
}
