package nexus.app.discover;

import java.util.List;

/// Where LLM servers are looked for: the defaults of those whose source or manual names one, most common first. Not
/// asked are 80 and 443, where every web server is.
public final class KnownPorts {

    public static final List<Integer> ALL = List.of(
            // Ollama: ollama/ollama envconfig/config.go
            11434,
            // vLLM, FastChat, llama-cpp-python: vLLM manual, `vllm serve`: --port
            8000,
            // LM Studio: lmstudio-ai/docs, server settings
            1234,
            // llama-server, LocalAI, mlx_lm: llama.cpp tools/server/README.md: --port
            8080,
            // a second vLLM: what people take when 8000 is taken
            8001,
            // Exo: exo-explore/exo src/exo/main.py
            52415,
            // llama-server: ggml-org/llama.cpp#26508, the new default
            9931,
            // LiteLLM: LiteLLM manual, proxy
            4000,
            // SGLang: sgl-project/sglang server_args.py
            30000,
            // Docker Model Runner: the README of its model-runner
            12434,
            // Lemonade: lemonade-sdk/lemonade, its manual of the server
            13305,
            // Jan: jan.ai/docs/local-api
            1337,
            // KoboldCpp: LostRuins/koboldcpp: --port
            5001,
            // TabbyAPI: theroyallab/tabbyAPI config_sample.yml
            5000,
            // Text Generation Inference: text-generation-inference launcher: --port
            3000);

    private KnownPorts() {}
}
