package nexus.probe.openai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.testkit.ProbeContract;
import nexus.spi.testkit.ReadingText;
import org.junit.jupiter.api.Test;

class ExoProbeTest implements ProbeContract {

    /// Source: exo-explore/exo, src/exo/api/main.py (0.3.70); a context length of 0 is not known.
    private static final String LIST =
            "{\"object\":\"list\",\"data\":[{\"id\":\"mlx-community/Qwen3-30B-A3B-4bit\",\"created\":1782135534,\"owned_by\":\"exo\","
                    + "\"context_length\":32768,\"storage_size_megabytes\":16384,\"tasks\":[\"TextGeneration\"],"
                    + "\"capabilities\":[\"text\",\"thinking\"]},"
                    + "{\"id\":\"mlx-community/x\",\"owned_by\":\"exo\",\"context_length\":0,\"capabilities\":[]}]}";

    @Override
    public BackendProbe probe() {
        return new ExoProbe();
    }

    @Override
    public List<Answer> samples() {
        return List.of(Answer.of(200, LIST), Answer.of(404, "{\"detail\":\"Not Found\"}"));
    }

    @Test
    void itsWholeCatalogueIsListedWithoutAState() {
        assertEquals("/v1/models", probe().question().path());
        assertEquals(
                "ready: mlx-community/Qwen3-30B-A3B-4bit ctx=32768 [text,thinking] by=exo; mlx-community/x by=exo",
                ReadingText.of(probe().question().read(Answer.of(200, LIST))));
    }

    @Test
    void itsDashboardIsNoList() {
        assertEquals(
                "unreadable: an HTML page, not JSON",
                ReadingText.of(probe().question().read(Answer.of(200, "<!DOCTYPE html><html></html>"))));
    }

    @Test
    void itIsKnownByTheOwnerOfItsModels() {
        assertTrue(probe().resembles(Answer.of(200, LIST)));
        assertFalse(probe().resembles(Answer.of(200, LIST.replace("\"exo\"", "\"library\""))));
    }
}
