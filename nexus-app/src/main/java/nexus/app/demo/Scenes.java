package nexus.app.demo;

import static nexus.app.demo.Reply.recorded;

import java.util.Map;
import nexus.app.demo.Behaviour.Answers;

/// The states that the demo's servers can be in, each made of recorded answers.
final class Scenes {

    static final Answers OLLAMA_ONE_MODEL = ollama("one-api-tags", "api-ps");
    static final Answers OLLAMA_TWO_MODELS = ollama("api-tags", "api-ps");
    static final Answers OLLAMA_LOADED = ollama("api-tags", "loaded-api-ps");

    static final Answers VLLM = vllm("v1-models", "health");
    static final Answers VLLM_TWO_NAMES = vllm("key-v1-models", "health");
    static final Answers VLLM_ENGINE_DEAD = vllm("engine-dead-v1-models", "engine-dead-health");

    /// llama-server says 503 on every path until its model is loaded.
    static final Answers LLAMACPP_LOADING = Behaviour.always(recorded("llamacpp/loading-health"));

    static final Answers LLAMACPP = llamacpp("health", "v1-models");
    static final Answers LLAMACPP_ROUTER = llamacpp("router-broken-health", "router-broken-v1-models");

    static final Answers LMSTUDIO = new Answers(
            Map.of("/v1/models", recorded("lmstudio/v1-models"), "/api/v0/models", recorded("lmstudio/api-v0-models")),
            recorded("lmstudio/unexpected"));

    static final Answers EXO = new Answers(
            Map.of("/v1/models", recorded("exo/v1-models"), "/models", recorded("exo/v1-models")),
            recorded("exo/unknown"));

    static final Answers OPENAI =
            new Answers(Map.of("/v1/models", recorded("openai/v1-models")), recorded("openai/unknown"));

    static final Answers LITELLM = new Answers(
            Map.of(
                    "/v1/models", recorded("litellm/v1-models"),
                    "/health/liveliness", recorded("litellm/health-liveliness"),
                    "/health/readiness", recorded("litellm/health-readiness")),
            recorded("litellm/unknown"));

    static final Answers FASTCHAT =
            new Answers(Map.of("/v1/models", recorded("fastchat/v1-models")), recorded("fastchat/unknown"));

    /// A proxy that wants a person to sign in answers every path with a page.
    static final Answers LOGIN_PAGE = Behaviour.always(recorded("gateway/login"));

    static final Behaviour SILENCE = new Behaviour.Hangs();

    private Scenes() {}

    private static Answers ollama(String tags, String loaded) {
        return new Answers(
                Map.of(
                        "/", recorded("ollama/root"),
                        "/api/version", recorded("ollama/api-version"),
                        "/api/tags", recorded("ollama/" + tags),
                        "/api/ps", recorded("ollama/" + loaded)),
                recorded("ollama/unknown"));
    }

    private static Answers vllm(String models, String health) {
        return new Answers(
                Map.of(
                        "/v1/models", recorded("vllm/" + models),
                        "/health", recorded("vllm/" + health),
                        "/version", recorded("vllm/version")),
                recorded("vllm/unknown"));
    }

    private static Answers llamacpp(String health, String models) {
        return new Answers(
                Map.of("/health", recorded("llamacpp/" + health), "/v1/models", recorded("llamacpp/" + models)),
                recorded("llamacpp/unknown"));
    }
}
