package nexus.app.discover;

import java.util.List;

/// Where LLM servers are looked for: the defaults of those whose source or manual names one, most common first. Not
/// asked are 80 and 443, where every web server is.
public final class KnownPorts {

    public static final List<KnownPort> ALL = List.of(
            new KnownPort(11434, "Ollama", "ollama/ollama envconfig/config.go"),
            new KnownPort(8000, "vLLM, FastChat, llama-cpp-python", "vLLM manual, `vllm serve`: --port"),
            new KnownPort(1234, "LM Studio", "lmstudio-ai/docs, server settings"),
            new KnownPort(8080, "llama-server, LocalAI, mlx_lm", "llama.cpp tools/server/README.md: --port"),
            new KnownPort(8001, "a second vLLM", "what people take when 8000 is taken"),
            new KnownPort(52415, "Exo", "exo-explore/exo src/exo/main.py"),
            new KnownPort(9931, "llama-server", "ggml-org/llama.cpp#26508, the new default"),
            new KnownPort(4000, "LiteLLM", "LiteLLM manual, proxy"),
            new KnownPort(30000, "SGLang", "sgl-project/sglang server_args.py"),
            new KnownPort(12434, "Docker Model Runner", "docker/model-runner README.md"),
            new KnownPort(13305, "Lemonade", "lemonade-sdk/lemonade docs/server"),
            new KnownPort(1337, "Jan", "jan.ai/docs/local-api"),
            new KnownPort(5001, "KoboldCpp", "LostRuins/koboldcpp: --port"),
            new KnownPort(5000, "TabbyAPI", "theroyallab/tabbyAPI config_sample.yml"),
            new KnownPort(3000, "Text Generation Inference", "text-generation-inference launcher: --port"));

    private KnownPorts() {}

    /// The ports alone, in the same order.
    public static List<Integer> numbers() {
        return ALL.stream().map(KnownPort::number).toList();
    }
}
