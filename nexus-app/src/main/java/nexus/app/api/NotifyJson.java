package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import nexus.app.config.ReceiverTopic;
import nexus.app.notify.Outcome;
import nexus.app.notify.ReceiverState;

/// Receivers, and what a test of one came to.
final class NotifyJson {

    private NotifyJson() {}

    static byte[] list(List<ReceiverState> receivers) {
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringField("object", "list");
            out.writeArrayFieldStart("data");
            for (var receiver : receivers) {
                write(out, receiver);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    private static void write(JsonGenerator out, ReceiverState receiver) throws IOException {
        var config = receiver.config();
        var tally = receiver.tally();
        out.writeStartObject();
        out.writeStringField("name", receiver.name());
        out.writeStringField("shape", config.shape().text());
        out.writeStringField("url", config.url().toString());
        Json.texts(
                out,
                "on",
                config.topics().stream().sorted().map(ReceiverTopic::text).toList());
        out.writeNumberField("queued", receiver.queued());
        out.writeNumberField("delivered", tally.delivered());
        out.writeNumberField("retried", tally.retried());
        out.writeNumberField("refused", tally.refused());
        out.writeNumberField("expired", tally.expired());
        out.writeNumberField("dropped", tally.dropped());
        if (tally.lastArrived().isPresent()) {
            Json.time(out, "last_delivery", tally.lastArrived().get());
        }
        if (receiver.trouble().isPresent()) {
            var standing = receiver.trouble().get();
            out.writeObjectFieldStart("trouble");
            Json.time(out, "since", standing.since());
            trouble(out, standing.why());
            if (standing.next().isPresent()) {
                Json.time(out, "next_attempt_at", standing.next().get());
            }
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    static byte[] tested(String name, Outcome outcome) {
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringField("name", name);
            switch (outcome) {
                case Outcome.Delivered delivered -> {
                    out.writeBooleanField("delivered", true);
                    out.writeNumberField("status", delivered.status());
                }
                case Outcome.Failed failed -> failed(out, failed.why(), true);
                case Outcome.Refused refused -> failed(out, refused.why(), false);
            }
            out.writeEndObject();
        });
    }

    /// @param again whether a real message would be sent again
    private static void failed(JsonGenerator out, Outcome.Trouble why, boolean again) throws IOException {
        out.writeBooleanField("delivered", false);
        out.writeBooleanField("retried", again);
        trouble(out, why);
    }

    private static void trouble(JsonGenerator out, Outcome.Trouble why) throws IOException {
        if (why.status().isPresent()) {
            out.writeNumberField("status", why.status().get());
        }
        out.writeStringField("cause", why.cause());
        out.writeStringField("fix", why.fix());
    }
}
