package nexus.app.config;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/// Texts in, configurations or problem lines out.
final class Given {

    static final Map<String, String> TYPES = Map.of(
            "ollama", "ollama",
            "vllm", "vllm",
            "llamacpp", "llamacpp",
            "llama.cpp", "llamacpp",
            "lmstudio", "lmstudio",
            "lm-studio", "lmstudio");

    /// A backend's required keys.
    static final String BACKEND = "[[backends]]\nname = \"a\"\nurl = \"http://gpu-1:8001\"\ntype = \"vllm\"\n";

    private Given() {}

    static NexusConfig config(String text) {
        return config(text, Map.of());
    }

    static NexusConfig config(String text, Map<String, String> env) {
        return Samples.parsed("t.toml", text, Overrides.NONE, env, TYPES);
    }

    static BackendConfig backend(String text) {
        return config(text).backends().getFirst();
    }

    static List<String> problems(String text) {
        return problems(text, Map.of());
    }

    static List<String> problems(String text, Map<String, String> env) {
        return problems(text, env, Overrides.NONE);
    }

    static List<String> problems(String text, Map<String, String> env, Overrides flags) {
        var refused =
                Assertions.assertThrows(ConfigException.class, () -> Samples.parsed("t.toml", text, flags, env, TYPES));
        return refused.problems().stream().map(Problem::toString).toList();
    }
}
