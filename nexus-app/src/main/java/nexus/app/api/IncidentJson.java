package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import nexus.app.events.Cause;
import nexus.app.history.Incident;

/// One incident; without `end` it is open.
final class IncidentJson {

    private IncidentJson() {}

    static void write(JsonGenerator out, Incident incident) throws IOException {
        out.writeStartObject();
        Json.time(out, "start", incident.start());
        if (incident.beganBefore()) {
            out.writeBooleanField("began_before", true);
        }
        if (incident.end().isPresent()) {
            Json.time(out, "end", incident.end().get().at());
            out.writeStringField("ended", incident.end().get().how().text());
        }
        Json.millis(out, "length_ms", incident.length().toNanos());
        Json.millis(out, "observed_ms", incident.observed().toNanos());
        out.writeNumberField("causes", incident.causes());
        cause(out, "first_cause", incident.firstCause());
        cause(out, "last_cause", incident.lastCause());
        out.writeEndObject();
    }

    private static void cause(JsonGenerator out, String field, Optional<Cause> told) throws IOException {
        if (told.isPresent()) {
            var cause = told.get();
            out.writeObjectFieldStart(field);
            out.writeStringField("kind", cause.kind());
            out.writeStringField("text", cause.text());
            out.writeStringField("cause", cause.cause());
            out.writeStringField("fix", cause.fix());
            out.writeEndObject();
        }
    }
}
