package nexus.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import nexus.spi.testkit.ReadingText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A probe that was compiled against version 0.1.0 of the SPI, and never since, still links and means the same.
class KeptProbeTest {

    private static final Path JAR = Path.of("src/kept/probe-0.1.0.jar");
    private static final ModelList KNOWN =
            ModelList.of(Model.named("a").withOwnedBy("x").withDigest("d").withContextLength(7), Model.named("b"));

    private URLClassLoader loader;
    private BackendProbe probe;

    @BeforeEach
    void load() throws IOException {
        loader = new URLClassLoader(new URL[] {JAR.toUri().toURL()}, KeptProbeTest.class.getClassLoader());
        probe = ServiceLoader.load(BackendProbe.class, loader).stream()
                .filter(provider -> provider.type().getClassLoader() == loader)
                .findFirst()
                .orElseThrow()
                .get();
    }

    @AfterEach
    void close() throws IOException {
        loader.close();
    }

    @Test
    void itSaysWhatItSaidThen() {
        assertEquals("kept", probe.type());
        assertEquals(Set.of("kept-0.1"), probe.aliases());
        assertEquals("/v1/models", probe.question().path());
        assertEquals(
                List.of("/ready", "/status"),
                probe.followUps().stream().map(FollowUp::path).toList());
        assertEquals(List.of("/kept"), probe.tellingPaths());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        200 |                                                           | ready, no list
        200 | {"list":[{"name":"a","can":["tool_use"],"state":"failed"}]} | ready: a ctx=4096 failed [tools] by=kept digest=none
        200 | [{"name":"b","state":"loading","digest":"0123456789"}]    | ready: b ctx=4096 loading by=kept digest=01234567
        200 | {"data":[{"id":"c","max_model_len":8}]}                   | ready: c ctx=8 available
        200 | ping                                                      | unreadable: a ping, not a list
        503 | {"error":"Loading model"}                                 | not ready: loading model
        503 | <html>                                                    | unreadable: an HTML page, not JSON
        """)
    void itReadsWhatItReadThen(int status, String body, String reading) {
        var answer = Answer.of(status, body == null ? "" : body);

        assertEquals(reading, ReadingText.of(probe.question().read(answer)));
    }

    @Test
    void itFindsOutWhatItFoundOutThen() {
        var ready = probe.followUps().getFirst();
        var status = probe.followUps().getLast();

        assertEquals("nothing", ReadingText.of(ready.read(Answer.of(200, ""), KNOWN)));
        assertEquals("veto: lists 2 models, and isn't ready", ReadingText.of(ready.read(Answer.of(503, ""), KNOWN)));
        assertEquals(
                "models: a ctx=7 by=x digest=d; b; c",
                ReadingText.of(status.read(Answer.of(200, "{\"current\":\"c\"}"), KNOWN)));
        assertEquals("models: no models", ReadingText.of(status.read(Answer.of(200, "{}"), KNOWN)));
    }

    @Test
    void itRecognisesItsServersAsThen() {
        var header = List.of(Map.entry("server", "kept"));

        assertTrue(probe.resembles(Answer.of(404, header, new byte[0], 0, 0)));
        assertTrue(probe.resembles(Answer.of(200, "{\"data\":[{\"id\":\"c\",\"owned_by\":\"kept\"}]}")));
        assertFalse(probe.resembles(Answer.of(200, "{\"data\":[{\"id\":\"c\",\"owned_by\":\"other\"}]}")));
    }
}
