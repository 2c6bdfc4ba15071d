package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import nexus.app.history.BackendHistory;
import nexus.app.history.Period;
import nexus.app.history.Point;
import nexus.app.history.Series;
import nexus.app.history.Span;

/// `/v1/backends/{name}/history`: how one backend was.
final class HistoryJson {

    /// Spans of observation in one answer: who restarts Nexus all the time gets the newest ones.
    private static final int MOST_SPANS = 500;

    private HistoryJson() {}

    /// @param observed when Nexus ran, oldest first
    static byte[] of(String name, HistoryQuery query, BackendHistory history, List<Span> observed, Series series) {
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringField("name", name);
            Json.time(out, "from", query.range().from());
            Json.time(out, "to", query.range().to());
            out.writeObjectFieldStart("uptime");
            UptimeJson.write(out, "range", history.inRange());
            for (var period : Period.values()) {
                UptimeJson.write(out, period.text(), history.uptimes().get(period));
            }
            out.writeEndObject();
            incidents(out, history);
            observed(out, observed);
            series(out, series);
            out.writeEndObject();
        });
    }

    private static void incidents(JsonGenerator out, BackendHistory history) throws IOException {
        out.writeArrayFieldStart("incidents");
        for (var incident : history.incidents()) {
            IncidentJson.write(out, incident);
        }
        out.writeEndArray();
        out.writeNumberField("incidents_total", history.count());
    }

    private static void observed(JsonGenerator out, List<Span> spans) throws IOException {
        out.writeArrayFieldStart("observed");
        for (var span : spans.subList(Math.max(0, spans.size() - MOST_SPANS), spans.size())) {
            out.writeStartObject();
            Json.time(out, "from", span.from());
            Json.time(out, "to", span.to());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeNumberField("observed_total", spans.size());
    }

    private static void series(JsonGenerator out, Series series) throws IOException {
        out.writeStringField("step", series.resolution().text());
        var total = series.total();
        if (total.isPresent()) {
            out.writeObjectFieldStart("total");
            numbers(out, total.get());
            out.writeEndObject();
        }
        out.writeArrayFieldStart("points");
        for (var point : series.points()) {
            out.writeStartObject();
            Json.time(out, "start", point.start());
            numbers(out, point);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void numbers(JsonGenerator out, Point point) throws IOException {
        out.writeNumberField("checks", point.checks());
        out.writeNumberField("failed", point.failed());
        quantile(out, "p50_ms", point, 0.5);
        quantile(out, "p95_ms", point, 0.95);
        quantile(out, "p99_ms", point, 0.99);
    }

    private static void quantile(JsonGenerator out, String field, Point point, double share) throws IOException {
        var latency = point.latencies().quantile(share);
        if (latency.isPresent()) {
            Json.millis(out, field, latency.get().toNanos());
        }
    }
}
