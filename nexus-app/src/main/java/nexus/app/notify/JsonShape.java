package nexus.app.notify;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nexus.app.config.Secret;
import nexus.app.events.Cause;
import nexus.app.notify.Message.Blip;
import nexus.app.notify.Message.Fallen;
import nexus.app.notify.Message.Returned;
import nexus.app.notify.Message.Told;

/// Nexus's own form, for programs: what is in the message, and its title in words. `docs/notifications.md` tells
/// every member.
record JsonShape(Secret target) implements Shape {

    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final double MILLIS_PER_SECOND = 1e3;

    /// Writes what is known of one backend.
    private interface Members<T> {
        void write(JsonGenerator out, T told) throws IOException;
    }

    @Override
    public List<Post> posts(Message message) {
        var text = MessageText.of(message);
        byte[] body = Json.object(out -> {
            out.writeStringField("kind", message.kind().name().toLowerCase(Locale.ROOT));
            out.writeStringField("at", RFC_3339.format(message.at()));
            out.writeStringField("title", text.title());
            if (message.suspicion().isPresent()) {
                out.writeStringField("suspicion", message.suspicion().get());
            }
            part(out, "unhealthy", message.unhealthy(), JsonShape::fallen);
            part(out, "back", message.back(), JsonShape::returned);
            part(out, "short", message.blips(), JsonShape::blip);
            part(out, "another_cause", message.causes(), JsonShape::fallen);
            out.writeNumberField("still_unhealthy", message.stillDown());
        });
        return List.of(new Post(target, Optional.empty(), body));
    }

    private static <T extends Told> void part(JsonGenerator out, String name, Part<T> part, Members<T> members)
            throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("count", part.all());
        if (part.host().isPresent()) {
            out.writeStringField("host", part.host().get());
        }
        out.writeArrayFieldStart("backends");
        for (T told : part.first()) {
            out.writeStartObject();
            out.writeStringField("name", told.name());
            out.writeStringField("host", told.host());
            members.write(out, told);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void fallen(JsonGenerator out, Fallen fallen) throws IOException {
        if (fallen.since().isPresent()) {
            out.writeStringField("since", RFC_3339.format(fallen.since().get()));
        }
        cause(out, fallen.cause());
    }

    private static void returned(JsonGenerator out, Returned back) throws IOException {
        out.writeStringField("how", back.how().name().toLowerCase(Locale.ROOT));
        if (back.after().isPresent()) {
            out.writeNumberField("unhealthy_seconds", seconds(back.after().get()));
        }
    }

    private static void blip(JsonGenerator out, Blip blip) throws IOException {
        out.writeNumberField("times", blip.times());
        out.writeNumberField("unhealthy_seconds", seconds(blip.down()));
        cause(out, blip.cause());
    }

    private static void cause(JsonGenerator out, Optional<Cause> cause) throws IOException {
        if (cause.isPresent()) {
            out.writeObjectFieldStart("error");
            out.writeStringField("kind", cause.get().kind());
            out.writeStringField("text", cause.get().text());
            out.writeStringField("cause", cause.get().cause());
            out.writeStringField("fix", cause.get().fix());
            out.writeEndObject();
        }
    }

    private static double seconds(Duration span) {
        return span.toMillis() / MILLIS_PER_SECOND;
    }
}
