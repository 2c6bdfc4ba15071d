package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import nexus.app.registry.FleetCounts;

/// `/health`: the fleet in numbers. The first keys, their order and types are what clients were promised.
final class HealthJson {

    private HealthJson() {}

    /// @param uptime in whole seconds
    static byte[] of(FleetCounts counts, ApiInfo info, long uptime) {
        return Json.bytes(out -> write(out, counts, info, uptime));
    }

    static void write(JsonGenerator out, FleetCounts counts, ApiInfo info) throws IOException {
        write(out, counts, info, info.uptimeSeconds());
    }

    private static void write(JsonGenerator out, FleetCounts counts, ApiInfo info, long uptime) throws IOException {
        out.writeStartObject();
        out.writeStringField("status", counts.verdict().text());
        out.writeNumberField("uptime_seconds", uptime);
        out.writeObjectFieldStart("backends");
        out.writeNumberField("total", counts.total());
        out.writeNumberField("healthy", counts.healthy());
        out.writeNumberField("unhealthy", counts.unhealthy());
        out.writeNumberField("unknown", counts.unknown());
        out.writeNumberField("draining", counts.draining());
        out.writeEndObject();
        out.writeNumberField("models", counts.models());
        out.writeStringField("version", info.version());
        out.writeObjectFieldStart("health_check");
        out.writeBooleanField("enabled", info.healthCheckEnabled());
        out.writeEndObject();
        out.writeEndObject();
    }
}
