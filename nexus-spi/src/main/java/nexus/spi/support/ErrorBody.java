package nexus.spi.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nexus.spi.Answer;

/// The many shapes of an error in JSON. Source: what vLLM, SGLang, Ollama, LM Studio, llama-server, Text Generation
/// Inference, LocalAI, TabbyAPI and LiteLLM send.
final class ErrorBody {

    /// The fields that an error is told by.
    static final Set<String> FIELDS =
            Set.of("error", "message", "detail", "msg", "type", "code", "object", "status", "reason");

    private ErrorBody() {}

    /// The fields of a whole, well-formed object; empty for anything else.
    static Optional<JsonNode> read(Answer answer) {
        try (JsonParser parser = JsonText.of(answer).parser(answer)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            JsonNode top = Excerpt.read(parser, FIELDS);
            return parser.nextToken() == null ? Optional.of(top) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The error that an object states, whatever the status it came with: a top-level `error` that is not null,
    /// or SGLang's flat `{"object":"error","message":...}`.
    static Optional<String> stated(JsonNode top) {
        JsonNode error = top.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            return Optional.of(words(error));
        }
        return top.path("object").asText().equals("error") ? Optional.of(words(top)) : Optional.empty();
    }

    /// The reason that the body of a failed request gives.
    static Optional<String> ofFailure(JsonNode top) {
        return stated(top)
                .or(() -> Stream.of("detail", "message", "reason", "status")
                        .map(name -> words(top.path(name)))
                        .filter(words -> !words.isBlank())
                        .findFirst());
    }

    /// The most telling words in an error of any type; empty if there are none.
    private static String words(JsonNode node) {
        if (node.isArray()) {
            return node.isEmpty() ? "" : words(node.get(0));
        }
        if (!node.isObject()) {
            return node.isNull() || node.isMissingNode() ? "" : node.asText();
        }
        return Stream.of("message", "error", "detail", "msg", "code", "type")
                .map(name -> words(node.path(name)))
                .filter(words -> !words.isBlank())
                .findFirst()
                .orElse("");
    }
}
