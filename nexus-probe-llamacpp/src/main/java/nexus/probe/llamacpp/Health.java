package nexus.probe.llamacpp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import nexus.spi.Answer;
import nexus.spi.Reading;
import nexus.spi.support.ErrorText;
import nexus.spi.support.JsonBody;

/// The answer to `GET /health`: 200 with `{"status":"ok"}`, or 503 with an `error` whose message is "Loading model".
/// Older builds answered 200 with `loading model` or `no slot available` as status, and counts of slots.
final class Health {

    private Health() {}

    static Reading read(Answer answer) {
        return JsonBody.read(answer, Health::ofStatus);
    }

    private static Reading ofStatus(ObjectNode body) {
        JsonNode status = body.path("status");
        if (!status.isTextual()) {
            return Reading.unreadable("no text under \"status\"");
        }
        return switch (status.asText()) {
            case "ok" -> Reading.ready();
            case "loading model" -> Reading.notReady("loading model");
            default -> Reading.notReady("status \"" + ErrorText.clean(status.asText()) + "\"");
        };
    }
}
