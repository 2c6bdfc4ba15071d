package nexus.app.probes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nexus.app.Recordings;
import nexus.spi.BackendProbe;
import nexus.spi.testkit.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every probe against the recorded answers of all types: a wrong hint is worse than none.
class ResemblanceTest {

    private static final Probes PROBES = Probes.load();

    /// The folders of recordings, by how their names begin, and the type that may claim what is in them.
    private static final Map<String, String> OWNERS = Map.of(
            "ollama", "ollama",
            "vllm", "vllm",
            "llama", "llamacpp",
            "lmstudio", "lmstudio",
            "exo", "exo",
            "openai", "openai",
            "litellm", "nobody",
            "fastchat", "nobody",
            "gateway", "nobody");

    @ParameterizedTest
    @ValueSource(strings = {"ollama", "vllm", "llamacpp", "lmstudio", "exo", "openai", "generic"})
    void noProbeClaimsAnAnswerOfAnotherType(String type) {
        var wrong =
                claimed(type).stream().filter(file -> !owner(file).equals(type)).toList();

        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ollama", "vllm", "llamacpp", "lmstudio", "exo"})
    void everyProbeButTheGenericOneKnowsSomeOfItsOwn(String type) {
        assertTrue(claimed(type).stream().anyMatch(file -> owner(file).equals(type)));
    }

    @Test
    void thereAreNoOtherProbes() {
        assertEquals(Set.of("ollama", "vllm", "llamacpp", "lmstudio", "exo", "openai", "generic"), PROBES.types());
    }

    private static List<Path> claimed(String type) {
        BackendProbe probe = PROBES.byType(type).orElseThrow();
        return Recordings.files().stream()
                .filter(file -> probe.resembles(Recording.read(file).answer()))
                .toList();
    }

    private static String owner(Path file) {
        String folder = file.getParent().getFileName().toString();
        return OWNERS.entrySet().stream()
                .filter(entry -> folder.startsWith(entry.getKey()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("whose is " + file + "?"))
                .getValue();
    }
}
