package nexus.app.events;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// An event as one JSON object: `{"id":7,"at":"2026-11-24T16:00:00.000Z","type":"status_changed","backend":...}`.
/// [EventReading] is the way back.
public final class EventJson {

    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private EventJson() {}

    /// Writes the event as one value.
    public static void write(JsonGenerator out, Event event) throws IOException {
        out.writeStartObject();
        out.writeNumberField("id", event.id());
        out.writeStringField("at", RFC_3339.format(event.at()));
        out.writeStringField("type", event.what().type());
        write(out, event.what());
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Happening what) throws IOException {
        switch (what) {
            case Happening.StatusChanged status -> write(out, status);
            case Happening.CauseChanged cause -> {
                out.writeStringField("backend", cause.backend());
                cause(out, "before", cause.before());
                cause(out, "after", cause.after());
            }
            case Happening.ModelsChanged models -> write(out, models);
            case Happening.ModelMoved moved -> {
                out.writeStringField("model", moved.model());
                out.writeStringField("from", moved.from());
                out.writeStringField("to", moved.to());
            }
            case Happening.ConfigChanged config -> write(out, config);
            case Happening.Started started -> out.writeStringField("version", started.version());
            case Happening.Stopped _ -> {}
            case Happening.Lost lost -> {
                out.writeNumberField("from", lost.from());
                out.writeNumberField("to", lost.to());
            }
        }
    }

    private static void write(JsonGenerator out, Happening.StatusChanged status) throws IOException {
        out.writeStringField("backend", status.backend());
        out.writeStringField("old", status.from().text());
        out.writeStringField("new", status.to().text());
        out.writeBooleanField("resumed", status.resumed());
        if (status.cause().isPresent()) {
            cause(out, "cause", status.cause().get());
        }
    }

    private static void write(JsonGenerator out, Happening.ModelsChanged models) throws IOException {
        out.writeStringField("backend", models.backend());
        texts(out, "added", models.added());
        texts(out, "removed", models.removed());
        out.writeArrayFieldStart("changed");
        for (var change : models.changed()) {
            out.writeStartObject();
            out.writeStringField("model", change.model());
            out.writeStringField("what", change.what());
            out.writeStringField("before", change.before());
            out.writeStringField("after", change.after());
            out.writeEndObject();
        }
        out.writeEndArray();
        untold(out, models.untold());
    }

    private static void write(JsonGenerator out, Happening.ConfigChanged config) throws IOException {
        texts(out, "added", config.added());
        texts(out, "removed", config.removed());
        texts(out, "restarted", config.restarted());
        texts(out, "changed", config.changed());
        untold(out, config.untold());
    }

    private static void cause(JsonGenerator out, String field, Cause cause) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeStringField("kind", cause.kind());
        out.writeStringField("text", cause.text());
        out.writeStringField("cause", cause.cause());
        out.writeStringField("fix", cause.fix());
        out.writeEndObject();
    }

    private static void untold(JsonGenerator out, int names) throws IOException {
        if (names > 0) {
            out.writeNumberField("untold", names);
        }
    }

    private static void texts(JsonGenerator out, String field, List<String> texts) throws IOException {
        out.writeArrayFieldStart(field);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }
}
