package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryCommandTest {

    private static final String FLEET = """
            {"object":"list","to":"2026-11-24T16:00:00.000Z","data":[\
            {"name":"gpu-1","status":"healthy","uptime":{"24h":{"percent":100,"observed_percent":100},\
            "7d":{"percent":99.987,"observed_percent":100},"30d":{"percent":99.98,"observed_percent":61.2}},\
            "incident":{"start":"2026-11-20T03:12:05.000Z","end":"2026-11-20T03:15:10.000Z","ended":"recovered",\
            "length_ms":185000,"observed_ms":185000,"causes":1,"first_cause":{"kind":"Timeout","cause":"slow"}},"incidents_30d":1},\
            {"name":"gpu-2","status":"unhealthy","uptime":{"24h":{"percent":0.001,"observed_percent":100},"7d":{},"30d":{}},\
            "incident":{"start":"2026-11-24T15:59:00.000Z","length_ms":60000,"observed_ms":60000,"causes":0},"incidents_30d":1},\
            {"name":"new","status":"unknown","uptime":{"24h":{"observed_percent":0},"7d":{},"30d":{}},"incidents_30d":0}],\
            "has_more":false}""";

    private static final String ONE = """
            {"name":"gpu-1","from":"2026-11-17T16:00:00.000Z","to":"2026-11-24T16:00:00.000Z",\
            "uptime":{"range":{"percent":100,"observed_percent":100},"24h":{},"7d":{},"30d":{}},\
            "incidents":[],"incidents_total":0,"observed":[],"observed_total":0,"step":"hour","points":[]}""";

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
    void aFleetIsATableOfUptimesAndLastIncidents() {
        var table = new HistoryTable(ZoneOffset.UTC);
        table.add(Json.read(FLEET.getBytes(StandardCharsets.UTF_8)).orElseThrow());

        assertEquals("""
                ┌─────────┬─────────┬──────────┬──────────────────┬─────────────────────────────────────┐
                │ Backend │ 24 h    │ 7 d      │ 30 d             │ Last incident                       │
                ├─────────┼─────────┼──────────┼──────────────────┼─────────────────────────────────────┤
                │ gpu-1   │ 100 %   │ 99.987 % │ 99.98 % (61.2 %) │ 2026-11-20 03:12:05, 3m 5s, Timeout │
                │ gpu-2   │ 0.001 % │ -        │ -                │ since 15:59:00, 1m 0s               │
                │ new     │ -       │ -        │ -                │ -                                   │
                └─────────┴─────────┴──────────┴──────────────────┴─────────────────────────────────────┘
                """, table.text(new Terminal(System.out, System.err, Map.of(), () -> false)));
    }

    @Test
    void withoutANameTheWholeFleetIsAskedFor() {
        server.answers("/v1/history", FLEET);

        var ran = history();

        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().contains("│ gpu-1   │ 100 %   │ 99.987 % │"), ran.out());
        assertEquals(FLEET + "\n", history("--json").out());
    }

    @Test
    void withANameItIsOneBackendsScreen() {
        server.answers("/v1/backends/gpu-1/history", ONE);

        var ran = history("gpu-1", "--range", "7d");

        assertEquals(0, ran.code(), ran.err());
        assertTrue(ran.out().startsWith("✓ gpu-1 was healthy 100 % of the last 7 days\n"), ran.out());
        assertEquals(ONE + "\n", history("gpu-1", "--json").out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | history_off         | this Nexus keeps no history             | 2
            404 | backend_not_found   | no backend has this name                | 2
            503 | history_unavailable | the history can't be read now           | 3
            """)
    void whatCannotBeToldIsSaidWithItsOwnExitCode(int status, String code, String message, int exit) {
        server.answers(
                "/v1/backends/gpu-1/history",
                status,
                "{\"error\":{\"message\":\"" + message + "\",\"type\":\"x\",\"param\":null,\"code\":\"" + code
                        + "\"}}");

        assertEquals(new Ran(exit, "", "nexus: " + message + "\n"), history("gpu-1"));
    }

    @Test
    void aWrongRangeIsWrongUsage() {
        assertEquals(
                new Ran(2, "", "nexus: --range is 24h, 7d or 30d (see 'nexus history --help')\n"),
                history("gpu-1", "--range", "1y"));
        assertEquals(
                new Ran(2, "", "nexus: --range needs the name of a backend (see 'nexus history --help')\n"),
                history("--range", "7d"));
    }

    @Test
    void whatIsNoNexusIsSaidToBeNone() {
        var ran = history();

        assertEquals(3, ran.code());
        assertTrue(ran.err().contains("is not Nexus (status 404"), ran.err());
    }

    private Ran history(String... arguments) {
        var line = new ArrayList<>(List.of("history", "--url", server.url()));
        line.addAll(List.of(arguments));
        return Ran.nexus(line.toArray(String[]::new));
    }
}
