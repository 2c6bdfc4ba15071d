package nexus.app.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CastTest {

    @ParameterizedTest
    @CsvSource({
        "workstation-ollama, /api/tags,  ollama/one-api-tags",
        "workstation-ollama, /api/ps,    ollama/api-ps",
        "mac-mini-ollama,    /api/tags,  ollama/api-tags",
        "mac-mini-ollama,    /api/ps,    ollama/loaded-api-ps",
        "gpu-1-vllm,         /v1/models, vllm/v1-models",
        "gpu-1-vllm,         /health,    vllm/health",
        "gpu-2-vllm,         /v1/models, vllm/key-v1-models",
        "old-server-llamacpp, /health,   llamacpp/loading-health",
        "old-server-llamacpp, /v1/models, llamacpp/loading-health",
        "router-llamacpp,    /health,    llamacpp/router-broken-health",
        "router-llamacpp,    /v1/models, llamacpp/router-broken-v1-models",
        "laptop-lmstudio,    /v1/models, lmstudio/v1-models",
        "laptop-lmstudio,    /health,    lmstudio/unexpected",
        "exo-cluster,        /v1/models, exo/v1-models",
        "cloud-openai,       /v1/models, openai/v1-models",
        "litellm-gateway,    /v1/models, litellm/v1-models",
        "lab-fastchat,       /v1/models, fastchat/v1-models",
        "lab-fastchat,       /health,    fastchat/unknown"
    })
    void everyRoleAnswersByteForByteAsRecorded(String role, String path, String recording) throws IOException {
        try (var server = StandIn.start(role, role(role).first())) {
            assertArrayEquals(Reply.recorded(recording).wire(), Client.ask(server.port(), path));
        }
    }

    @Test
    void everyTypeHasARole() {
        Set<String> types = Cast.ALL.stream().map(Cast::type).collect(Collectors.toSet());

        assertEquals(Set.of("ollama", "vllm", "openai", "lmstudio", "exo", "llamacpp", "generic"), types);
    }

    @Test
    void namesAreUniqueAndTheFleetFitsOnAScreen() {
        var names = new HashSet<String>();

        Cast.ALL.forEach(role -> assertTrue(names.add(role.name()), role.name()));

        assertTrue(names.size() >= 8 && names.size() <= 11, names.toString());
    }

    private static Cast role(String name) {
        return Cast.ALL.stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
