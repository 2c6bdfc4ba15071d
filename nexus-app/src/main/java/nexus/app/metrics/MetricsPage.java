package nexus.app.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// All numbers, written down.
///
/// @param contentType with version and charset
/// @param bytes       not to be changed
public record MetricsPage(String contentType, byte[] bytes) {

    /// The library would choose a format by itself, but would read environment variables of its own for it.
    private static final ExpositionFormatWriter OPEN_METRICS = OpenMetricsTextFormatWriter.create();
    private static final ExpositionFormatWriter PROMETHEUS = PrometheusTextFormatWriter.create();

    /// OpenMetrics 1.0 for who names it, Prometheus' text format 0.0.4 for everybody else.
    static MetricsPage of(String accept, MetricSnapshots snapshots) {
        var writer = OPEN_METRICS.accepts(accept) ? OPEN_METRICS : PROMETHEUS;
        var out = new ByteArrayOutputStream(1 << 16);
        try {
            writer.write(out, snapshots);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes all bytes", e);
        }
        return new MetricsPage(writer.getContentType(), out.toByteArray());
    }
}
