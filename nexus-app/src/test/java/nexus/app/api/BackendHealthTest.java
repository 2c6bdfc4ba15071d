package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `/v1/backends/{name}/health`, as a load balancer asks it.
class BackendHealthTest {

    private static Served served;

    @BeforeAll
    static void start() {
        served = Served.with(Fleets.mixed());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "gpu-1, 200, healthy",
        "gpu-2, 503, unhealthy",
        "new,   200, unknown",
        "off,   503, disabled",
    })
    void theStatusCodeSaysWhetherABackendMayBeSentRequests(String name, int code, String status) throws Exception {
        var answer = served.get("/v1/backends/" + name + "/health");

        assertEquals(code, answer.statusCode());
        assertTrue(
                answer.body()
                        .startsWith("{\"name\":\"" + name + "\",\"status\":\"" + status
                                + "\",\"since\":\"2026-11-24T16:00:00.000Z\""),
                answer.body());
        assertEquals(
                code, served.ask("HEAD", "/v1/backends/" + name + "/health").statusCode());
    }

    @Test
    void anUnhealthyOneSaysWhy() throws Exception {
        var answer = new ObjectMapper()
                .readTree(served.get("/v1/backends/gpu-2/health").body());

        assertEquals("HttpError(503)", answer.at("/cause/text").asText());
        assertEquals("it says: Loading model", answer.at("/cause/cause").asText());
    }

    @Test
    void aDrainingOneIsTakenOutAndComesBackAsSoonAsItIsUndrained(@TempDir Path folder) throws Exception {
        try (var server = new ServedFile(folder)) {
            server.post("/v1/backends/a/drain", "", "");
            String draining = server.request("GET", "/v1/backends/a/health", "", "");
            server.post("/v1/backends/a/undrain", "", "");
            String back = server.request("GET", "/v1/backends/a/health", "", "");

            assertTrue(draining.startsWith("HTTP/1.1 503 "), draining);
            assertTrue(draining.contains("\"status\":\"draining\""), draining);
            assertTrue(back.startsWith("HTTP/1.1 200 "), back);
        }
    }

    @Test
    void aNameThatNobodyHasIsNotFound() throws Exception {
        assertEquals(404, served.get("/v1/backends/gpu-9/health").statusCode());
        assertEquals(404, served.get("/v1/backends//health").statusCode());
    }
}
