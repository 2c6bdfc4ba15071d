package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Holds answers against the API's own description. Every object is closed here, so that a key that is answered and
/// not described is seen.
public final class Documented {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT = Schemas.closed(ApiDocument.of("0.1.0"));
    private static final Schemas SCHEMAS = new Schemas(DOCUMENT);
    /// What a request can be answered with before its path is looked at.
    private static final Set<Integer> BEFORE_ROUTING = Set.of(400, 401, 403, 413, 414, 415, 421, 429, 431);
    /// A part of a path that stands for another: an id may have slashes, a name has none.
    private static final Pattern PARAMETER = Pattern.compile("\\{(name|id|rest)}");

    private Documented() {}

    /// Fails if the answer is not one that is described for the request.
    public static HttpResponse<String> held(HttpResponse<String> answer) {
        hold(Exchange.of(answer));
        return answer;
    }

    /// The same for bytes. What is no request, or a stream, is passed over.
    public static String held(String request, String answer) {
        Exchange.of(request, answer).ifPresent(Documented::hold);
        return answer;
    }

    /// The same for the `data` of an event.
    static JsonNode heldEvent(JsonNode event) {
        assertEquals("", SCHEMAS.problems(DOCUMENT.at("/components/schemas/Event"), event), event::toString);
        return event;
    }

    private static void hold(Exchange exchange) {
        if (exchange.headers().getOrDefault("content-type", "").startsWith("text/event-stream")) {
            return;
        }
        var described = exchange.isPlain() ? answer(exchange) : Optional.<JsonNode>empty();
        if (described.isPresent()) {
            described.get().path("headers").properties().forEach(header -> holdHeader(exchange, header));
            holdBody(exchange, described.get().path("content"));
        } else if (exchange.status() >= 400) {
            holdBody(exchange, DOCUMENT.at("/components/responses/NotUnderstood/content"));
        }
        assertTrue(described.isPresent() || !exchange.isPlain() || isTold(exchange), () -> "undescribed: " + exchange);
    }

    /// What the document says in words: unknown paths, methods that a path does not take, and HTTP/1.0.
    private static boolean isTold(Exchange exchange) {
        boolean takesMethods = pathItem(exchange.path())
                .filter(item -> !item.at("/post/tags/0").asText().equals("not routed"))
                .isPresent();
        return exchange.status() == 505
                || exchange.status() == (takesMethods ? 405 : 404)
                || BEFORE_ROUTING.contains(exchange.status());
    }

    /// The answer that is described for a status.
    private static Optional<JsonNode> answer(Exchange exchange) {
        String method =
                exchange.method().equals("HEAD") ? "get" : exchange.method().toLowerCase(Locale.ROOT);
        return pathItem(exchange.path())
                .map(item -> item.at("/" + method + "/responses/" + exchange.status()))
                .filter(answer -> !answer.isMissingNode())
                .map(Documented::resolved);
    }

    private static Optional<JsonNode> pathItem(String path) {
        return DOCUMENT.get("paths").properties().stream()
                .filter(item -> isPath(item.getKey(), path))
                .findFirst()
                .map(Map.Entry::getValue)
                .map(Documented::resolved);
    }

    private static boolean isPath(String pattern, String path) {
        return Pattern.matches(
                PARAMETER.matcher(pattern).replaceAll(part -> part.group(1).equals("name") ? "[^/]+" : ".+"), path);
    }

    private static void holdHeader(Exchange exchange, Map.Entry<String, JsonNode> header) {
        String value = exchange.headers().get(header.getKey().toLowerCase(Locale.ROOT));
        boolean required = resolved(header.getValue()).path("required").asBoolean();
        assertTrue(value != null || !required, () -> header.getKey() + " is missing: " + exchange);
    }

    private static void holdBody(Exchange exchange, JsonNode content) {
        String type = exchange.headers().getOrDefault("content-type", "").split(";", 2)[0];
        if (exchange.method().equals("HEAD") || content.isEmpty()) {
            assertEquals("", exchange.body(), exchange::toString);
            return;
        }
        assertTrue(content.has(type), () -> type + " is not described: " + exchange);
        if (type.equals("application/json")) {
            assertEquals(
                    "", SCHEMAS.problems(content.at("/application~1json/schema"), json(exchange)), exchange::toString);
        }
    }

    private static JsonNode json(Exchange exchange) {
        try {
            return JSON.readTree(exchange.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + exchange, e);
        }
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.get("$ref").textValue().substring(1)) : node;
    }
}
