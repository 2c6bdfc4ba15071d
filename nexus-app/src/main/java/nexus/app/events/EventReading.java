package nexus.app.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import nexus.app.health.BackendStatus;

/// Reads what [EventJson] wrote, for a store that keeps events as text. Thread-safe.
public final class EventReading {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EventReading() {}

    /// @return empty if this is no event, or one of a type that this version does not know
    public static Optional<Event> event(String json) {
        try {
            var node = MAPPER.readTree(json);
            var at = Instant.parse(node.path("at").asText());
            return happening(node).map(what -> new Event(node.path("id").asLong(), at, what));
        } catch (IOException | DateTimeParseException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Happening> happening(JsonNode node) {
        String type = node.path("type").asText();
        return Optional.ofNullable(
                switch (type) {
                    case "status_changed" -> statusChanged(node);
                    case "cause_changed" ->
                        new Happening.CauseChanged(
                                text(node, "backend"), cause(node.path("before")), cause(node.path("after")));
                    case "models_changed" -> modelsChanged(node);
                    case "model_moved" ->
                        new Happening.ModelMoved(text(node, "model"), text(node, "from"), text(node, "to"));
                    case "config_changed" -> configChanged(node);
                    case "started" -> new Happening.Started(text(node, "version"));
                    case "stopped" -> new Happening.Stopped();
                    case "lost" ->
                        new Happening.Lost(
                                node.path("from").asLong(), node.path("to").asLong());
                    default -> null;
                });
    }

    private static Happening statusChanged(JsonNode node) {
        var cause = node.has("cause") ? Optional.of(cause(node.path("cause"))) : Optional.<Cause>empty();
        return new Happening.StatusChanged(
                text(node, "backend"),
                status(node, "old"),
                status(node, "new"),
                cause,
                node.path("resumed").asBoolean());
    }

    private static Happening modelsChanged(JsonNode node) {
        var changed = StreamSupport.stream(node.path("changed").spliterator(), false)
                .map(one -> new Happening.ModelChange(
                        text(one, "model"), text(one, "what"), text(one, "before"), text(one, "after")))
                .toList();
        return new Happening.ModelsChanged(
                text(node, "backend"), texts(node, "added"), texts(node, "removed"), changed, untold(node));
    }

    private static Happening configChanged(JsonNode node) {
        return new Happening.ConfigChanged(
                texts(node, "added"),
                texts(node, "removed"),
                texts(node, "restarted"),
                texts(node, "changed"),
                untold(node));
    }

    private static Cause cause(JsonNode node) {
        return new Cause(text(node, "kind"), text(node, "text"), text(node, "cause"), text(node, "fix"));
    }

    private static BackendStatus status(JsonNode node, String field) {
        return BackendStatus.valueOf(text(node, field).toUpperCase(Locale.ROOT));
    }

    private static int untold(JsonNode node) {
        return node.path("untold").asInt();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }

    private static List<String> texts(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
