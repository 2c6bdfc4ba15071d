package nexus.probe.ollama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import nexus.spi.Answer;
import nexus.spi.Model;
import nexus.spi.Reading;
import nexus.spi.support.Capabilities;
import nexus.spi.support.ListFormat;
import nexus.spi.support.ModelLists;

/// The answer to `GET /api/tags` (Ollama's api/types.go; recorded from 0.32.15). `capabilities` and
/// `details.context_length` came with newer versions; a model whose weights are missing lacks both.
final class Tags {

    private static final int FORBIDDEN = 403;

    /// An empty 403 is no matter of keys: a server that listens on loopback accepts only local names as `Host`.
    private static final String REFUSED = "refuses the request's Host or Origin: use its IP address in the URL";

    /// llama-server's `/v1/models` has a list under `models` too, beside `data`: that isn't Ollama.
    private static final ListFormat FORMAT = ListFormat.under(
                    "models",
                    Set.of("name", "model", "digest", "details", "context_length", "capabilities"),
                    Tags::model)
            .butNot("data");

    private Tags() {}

    static Reading read(Answer answer) {
        if (answer.status() == FORBIDDEN && answer.bodyLength() == 0) {
            return Reading.notReady(REFUSED);
        }
        return ModelLists.read(answer, FORMAT);
    }

    private static Optional<Model> model(ObjectNode entry) {
        return ModelLists.id(entry, "name", "model").map(name -> described(Model.named(name), entry));
    }

    private static Model described(Model model, ObjectNode entry) {
        JsonNode context = entry.path("details").path("context_length");
        Model described = model.withContextLength(context.asLong(0))
                .withCapabilities(Capabilities.of(entry.path("capabilities")));
        return ModelLists.id(entry, "digest").map(described::withDigest).orElse(described);
    }
}
