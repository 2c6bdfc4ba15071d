package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthCommandTest {

    private static final String HEALTH = """
            {"status":"healthy","uptime_seconds":150,"backends":{"total":1,"healthy":1,"unhealthy":0,"unknown":0,\
            "draining":0},"models":3,"version":"0.1.0","health_check":{"enabled":true}}""";

    private static final String LOCAL = """
            {"name":"local-ollama","status":"healthy","models":[{"id":"a"},{"id":"b"},{"id":"c"}]}""";

    private StubServer server;

    @BeforeEach
    void start() throws Exception {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theTextIsTheQuickstartsWordForWord() {
        server.answers("/v1/backends", backends(HEALTH, LOCAL));

        var ran = Ran.nexus("health", "--url", server.url());

        assertEquals(new Ran(0, """
                        System Health: healthy
                        Uptime: 2m 30s
                        Version: 0.1.0

                        Backends: 1 healthy / 0 unhealthy / 1 total
                        Models: 3 available

                        ┌──────────────┬────────┬────────┐
                        │ Backend      │ Status │ Models │
                        ├──────────────┼────────┼────────┤
                        │ local-ollama │ ✓      │ 3      │
                        └──────────────┴────────┴────────┘
                        """, ""), ran);
        assertEquals(List.of("/v1/backends"), server.asked());
    }

    @Test
    void everyStatusHasItsSignAndADegradedFleetIsExitCodeOne() {
        String health = HEALTH.replace("\"healthy\",\"up", "\"degraded\",\"up")
                .replace("\"total\":1,\"healthy\":1,\"unhealthy\":0", "\"total\":4,\"healthy\":1,\"unhealthy\":1");
        server.answers(
                "/v1/backends",
                backends(
                        health,
                        LOCAL,
                        "{\"name\":\"b\",\"status\":\"unhealthy\",\"models\":[{\"id\":\"x\",\"state\":\"failed\"}]}",
                        "{\"name\":\"c\",\"status\":\"unknown\"}",
                        "{\"name\":\"d\",\"status\":\"draining\",\"models\":[]}",
                        "{\"name\":\"e\",\"status\":\"disabled\"}"));

        var ran = Ran.nexus("health", "--url", server.url());

        assertEquals(new Ran(1, """
                        System Health: degraded
                        Uptime: 2m 30s
                        Version: 0.1.0

                        Backends: 1 healthy / 1 unhealthy / 4 total
                        Models: 3 available

                        ┌──────────────┬────────┬────────┐
                        │ Backend      │ Status │ Models │
                        ├──────────────┼────────┼────────┤
                        │ local-ollama │ ✓      │ 3      │
                        │ b            │ ✗      │ 0      │
                        │ c            │ ?      │ -      │
                        │ d            │ ⏸      │ 0      │
                        │ e            │ -      │ -      │
                        └──────────────┴────────┴────────┘
                        """, ""), ran);
    }

    @Test
    void modelsThatNobodyCanUseNowAreToldBesideTheAvailableOnes() {
        server.answers(
                "/v1/backends",
                backends(
                        HEALTH,
                        LOCAL,
                        "{\"name\":\"b\",\"status\":\"unknown\",\"models\":[{\"id\":\"a\"},{\"id\":\"x\"}]}",
                        "{\"name\":\"c\",\"status\":\"unhealthy\",\"models\":[{\"id\":\"x\"},{\"id\":\"y\"}]}"));

        var ran = Ran.nexus("health", "--url", server.url());

        assertEquals(
                "Models: 3 available, 2 more on backends that are not healthy",
                ran.out().lines().skip(5).findFirst().orElseThrow());
    }

    @Test
    void aListWithoutTheHealthBesideItCostsASecondRequest() {
        server.answers("/v1/backends", "{\"object\":\"list\",\"data\":[" + LOCAL + "]}")
                .answers("/health", HEALTH);

        var ran = Ran.nexus("health", "--url", server.url());

        assertEquals(0, ran.code(), ran.err());
        assertEquals(List.of("/v1/backends", "/health"), server.asked());
    }

    @Test
    void jsonIsTheApisOwnAnswerWithNothingThatHarmsATerminal() {
        server.answers(
                "/health", HEALTH.replace("0.1.0", "0.1.0\u009b").replace("\"healthy\",\"up", "\"unhealthy\",\"up"));

        var ran = Ran.nexus(Map.of("NEXUS_URL", server.url() + "/"), "health", "--json");

        assertEquals(
                HEALTH.replace("0.1.0", "0.1.0\\u009b").replace("\"healthy\",\"up", "\"unhealthy\",\"up") + "\n",
                ran.out());
        assertEquals(1, ran.code());
    }

    @Test
    void hostileNamesDontReachTheTerminal() {
        server.answers(
                "/v1/backends",
                backends(HEALTH, "{\"name\":\"\\u001b[2Jx\\ny\",\"status\":\"healthy\",\"models\":[]}"));

        var ran = Ran.nexus("health", "--url", server.url());

        assertEquals(
                "│ \\u001b[2Jx\\ny │ ✓      │ 0      │",
                ran.out().lines().skip(10).findFirst().orElseThrow());
    }

    private static String backends(String health, String... entries) {
        return "{\"object\":\"list\",\"data\":[" + String.join(",", entries) + "],\"health\":" + health + "}";
    }
}
