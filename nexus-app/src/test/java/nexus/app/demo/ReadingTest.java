package nexus.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.List;
import nexus.app.probes.Probes;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Model;
import nexus.spi.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the real probes make of the fleet's answers.
class ReadingTest {

    private static final Probes PROBES = Probes.load();

    @ParameterizedTest
    @CsvSource({
        "workstation-ollama, gemma3-tiny:latest",
        "mac-mini-ollama,    my/gemma-copy:q4 gemma3-tiny:latest",
        "gpu-1-vllm,         /models/tiny-llama",
        "gpu-2-vllm,         tiny tiny-alias",
        "laptop-lmstudio,    qwen/qwen3-8b gemma-3-12b-it text-embedding-nomic-embed-text-v1.5",
        "exo-cluster,        mlx-community/Qwen3-30B-A3B-4bit mlx-community/Llama-3.3-70B-Instruct-4bit"
                + " mlx-community/gpt-oss-120b-MXFP4-Q8",
        "cloud-openai,       gpt-5.6-mini text-embedding-3-small ft:gpt-4.1-mini:acme::B1x",
        "litellm-gateway,    tiny-vllm tiny-ollama dead-backend",
        "lab-fastchat,       tiny-alias tiny-llama"
    })
    void theProbeOfEveryRoleFindsItsModels(String role, String models) throws IOException {
        var ready = assertInstanceOf(Reading.Ready.class, read(role));

        assertEquals(
                List.of(models.split(" ")),
                ready.models().orElseThrow().models().stream().map(Model::id).toList());
    }

    @Test
    void aLlamaServerIsHealthyByItsHealthAloneAndAnEngineThatDiedStillListsItsModel() throws IOException {
        assertInstanceOf(Reading.Ready.class, read("router-llamacpp"));
        assertInstanceOf(Reading.Ready.class, read(Scenes.VLLM_ENGINE_DEAD, "vllm"));
    }

    @Test
    void aLoginPageIsUnreadable() throws IOException {
        assertInstanceOf(Reading.Unreadable.class, read(Scenes.LOGIN_PAGE, "openai"));
    }

    private static Reading read(String name) throws IOException {
        var role = Cast.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return read(role.first(), role.type());
    }

    private static Reading read(Behaviour behaviour, String type) throws IOException {
        BackendProbe probe = PROBES.byType(type).orElseThrow();
        try (var server = StandIn.start(type, behaviour)) {
            String text = Client.text(server.port(), probe.question().path());
            int status = Integer.parseInt(text.split(" ", 3)[1]);
            return probe.question().read(Answer.of(status, text.substring(text.indexOf("\r\n\r\n") + 4)));
        }
    }
}
