package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanRoutesTest {

    @TempDir
    private Path folder;

    private ServedFile server;

    @BeforeEach
    void start() throws IOException {
        server = new ServedFile(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPlanOfATextComparesItWithWhatIsInForce() throws IOException {
        String answer = server.post(
                "/v1/config/plan", "application/toml", ServedFile.TOML.replace("http://b:1", "http://b:2") + """
                [[backends]]
                name = "c"
                url = "http://c:1"
                type = "vllm"
                """);

        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.contains("{\"backend\":\"b\",\"change\":\"restarted\",\"keys\":[{\"key\":\"url\","), answer);
        assertTrue(answer.contains("{\"backend\":\"c\",\"change\":\"added\",\"type\":\"vllm\","), answer);
        assertEquals("a b", server.fleet());
    }

    @Test
    void everyProblemOfATextIsToldWithItsPlace() throws IOException {
        String answer = server.post("/v1/config/plan", "application/toml", ServedFile.TOML + "priorty = 1\ntypo = 2\n");

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("\"problems\":[{\"at\":\""), answer);
        assertTrue(
                answer.contains("nexus.toml:9:1\",\"key\":\"backends[1].priorty\",\"message\":\"unknown key"), answer);
    }
}
