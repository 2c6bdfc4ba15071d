package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import nexus.app.history.BackendHistory;
import nexus.app.history.Historian;
import nexus.app.history.Past;
import nexus.app.history.Period;
import nexus.app.registry.BackendSnapshot;

/// `/v1/history`: a page of backends, of each how it was in short.
final class FleetHistoryJson {

    private FleetHistoryJson() {}

    /// Asks the past as it writes; stops when its thread is interrupted.
    ///
    /// @throws nexus.app.events.EventStoreException if the past can't be read
    static byte[] of(BackendQuery.Page page, Past past, Instant now) {
        var historian = new Historian(past, now);
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringField("object", "list");
            Json.time(out, "to", now);
            out.writeArrayFieldStart("data");
            for (var backend : page.backends()) {
                if (Thread.interrupted()) {
                    throw new CancellationException("nobody waits any longer");
                }
                var history = historian.of(backend.name(), Optional.of(backend.status()), Period.MONTH.until(now));
                entry(out, backend, history.orElseThrow());
            }
            out.writeEndArray();
            out.writeBooleanField("has_more", page.hasMore());
            out.writeEndObject();
        });
    }

    private static void entry(JsonGenerator out, BackendSnapshot backend, BackendHistory history) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", backend.name());
        out.writeStringField("status", BackendJson.status(backend));
        out.writeObjectFieldStart("uptime");
        for (var period : Period.values()) {
            UptimeJson.writeShort(out, period.text(), history.uptimes().get(period));
        }
        out.writeEndObject();
        if (!history.incidents().isEmpty()) {
            out.writeFieldName("incident");
            IncidentJson.write(out, history.incidents().getFirst());
        }
        out.writeNumberField("incidents_30d", history.count());
        out.writeEndObject();
    }
}
