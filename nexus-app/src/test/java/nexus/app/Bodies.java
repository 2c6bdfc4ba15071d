package nexus.app;

import java.util.List;
import java.util.stream.Collectors;
import nexus.app.demo.Behaviour;
import nexus.app.demo.Reply;

/// What the quickstart's stand-ins say.
final class Bodies {

    private Bodies() {}

    /// An Ollama that has these models, none of them loaded.
    static Behaviour.Answers ollama(String... models) {
        String list = List.of(models).stream()
                .map(model -> "{\"name\":\"%1$s\",\"model\":\"%1$s\",\"size\":5225388164}".formatted(model))
                .collect(Collectors.joining(","));
        return Behaviour.at("/api/tags", Reply.json("{\"models\":[" + list + "]}"))
                .with("/api/ps", Reply.json("{\"models\":[]}"));
    }

    /// The three models of the quickstart's examples.
    static Behaviour.Answers threeModels() {
        return ollama("llama3.2:latest", "qwen3:8b", "nomic-embed-text:latest");
    }

    /// An OpenAI-compatible server with this model; its type asks one question a check.
    static Behaviour.Answers openAi(String model) {
        return Behaviour.at("/v1/models", Reply.json("{\"object\":\"list\",\"data\":[{\"id\":\"" + model + "\"}]}"));
    }

    static Behaviour.Answers broken() {
        return Behaviour.always(Reply.of("500 Internal Server Error", "text/plain", "boom"));
    }

    static Behaviour.Answers html() {
        return Behaviour.always(Reply.of("200 OK", "text/html", "<html><body>Sign in</body></html>"));
    }
}
