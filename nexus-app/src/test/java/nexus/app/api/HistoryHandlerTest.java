package nexus.app.api;

import static nexus.app.health.BackendStatus.HEALTHY;
import static nexus.app.health.BackendStatus.UNHEALTHY;
import static nexus.app.health.BackendStatus.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import nexus.app.config.BackendConfig;
import nexus.app.events.Cause;
import nexus.app.events.Happening;
import nexus.app.history.Histories;
import nexus.app.history.KeptPast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How backends were, asked over a real socket; the clock stands at [Fleets#NOW], 16:00.
class HistoryHandlerTest {

    private static final Instant NOW = Fleets.NOW;
    private static final String ONE = "/v1/backends/gpu-1/history";

    private final KeptPast past = new KeptPast();
    private final Served served = Served.with(Fleets.mixed(), past);

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void uptimeIncidentsAndPointsOfABackendAreTold() throws Exception {
        past.ran(ago(Duration.ofHours(12)), NOW)
                .changed(ago(Duration.ofHours(10)), "gpu-1", UNKNOWN, HEALTHY)
                .changed(ago(Duration.ofHours(2)), "gpu-1", HEALTHY, UNHEALTHY)
                .changed(ago(Duration.ofHours(1)), "gpu-1", UNHEALTHY, HEALTHY)
                .rolledUp("gpu-1", Histories.minute(ago(Duration.ofMinutes(90)), 12, 12, 0))
                .rolledUp("gpu-1", Histories.minute(ago(Duration.ofMinutes(30)), 12, 0, 20));

        var json = json(ONE);

        assertEquals("gpu-1", json.at("/name").textValue());
        assertEquals("2026-11-23T16:00:00.000Z", json.at("/from").textValue());
        assertEquals("2026-11-24T16:00:00.000Z", json.at("/to").textValue());
        assertEquals("""
                {"percent":90,"observed_percent":50,"healthy_ms":32400000,"unhealthy_ms":3600000,"unknown_ms":7200000,"draining_ms":0,"not_observed_ms":43200000}""", json.at("/uptime/24h").toString());
        assertEquals(json.at("/uptime/24h"), json.at("/uptime/range"));
        assertEquals(1.666, json.at("/uptime/30d/observed_percent").doubleValue());
        assertEquals("""
                [{"start":"2026-11-24T14:00:00.000Z","end":"2026-11-24T15:00:00.000Z","ended":"recovered","length_ms":3600000,"observed_ms":3600000,"causes":1,"first_cause":{"kind":"ConnectionFailed","text":"ConnectionFailed","cause":"connection refused","fix":"start the server"},"last_cause":{"kind":"ConnectionFailed","text":"ConnectionFailed","cause":"connection refused","fix":"start the server"}}]""", json.at("/incidents").toString());
        assertEquals("""
                [{"from":"2026-11-24T04:00:00.000Z","to":"2026-11-24T16:00:00.000Z"}]""", json.at("/observed").toString());
        assertEquals("minute", json.at("/step").textValue());
        assertEquals("""
                {"start":"2026-11-24T14:30:00.000Z","checks":12,"failed":12}""", json.at("/points/0").toString());
        assertEquals(20, json.at("/points/1/p95_ms").doubleValue(), 2);
        assertEquals(24, json.at("/total/checks").intValue());
        assertEquals(12, json.at("/total/failed").intValue());
    }

    @Test
    void whatIsNotKnownIsAbsent() throws Exception {
        past.ran(ago(Duration.ofHours(1)), NOW);

        var json = json("/v1/backends/new/history?range=7d");

        assertFalse(json.at("/uptime/7d").has("percent"), json.toString());
        assertFalse(json.has("total"), json.toString());
        assertEquals(0, json.at("/points").size());
        assertEquals("hour", json.at("/step").textValue());
    }

    @Test
    void aBackendThatLeftTheFleetIsToldOfAndOneThatNeverWasIsNot() throws Exception {
        past.ran(ago(Duration.ofHours(9)), NOW)
                .changed(ago(Duration.ofHours(8)), "old", UNKNOWN, UNHEALTHY)
                .removed(ago(Duration.ofHours(7)), "old");

        assertEquals(
                "removed",
                json("/v1/backends/old/history").at("/incidents/0/ended").textValue());
        assertError(404, "backend_not_found", "/v1/backends/never/history");
        assertError(404, "backend_not_found", "/v1/backends/%3Cb%3E/history");
        assertError(404, "backend_not_found", "/v1/backends/a%2Fb/history");
    }

    @Test
    void textOfHostileBackendsIsDataAndNoMarkup() throws Exception {
        var hostile = new Cause("ParseError", "ParseError", "</script><b>\u001b[31m\u2028\"", "\u0000");
        past.ran(ago(Duration.ofHours(9)), NOW)
                .happened(
                        ago(Duration.ofHours(8)),
                        new Happening.StatusChanged("gpu-1", HEALTHY, UNHEALTHY, Optional.of(hostile), false));

        String body = served.get(ONE).body();

        assertFalse(body.contains("<") || body.contains("\u001b") || body.contains("\u2028"), body);
        assertEquals(
                hostile.cause(), json(ONE).at("/incidents/0/first_cause/cause").textValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            range=1h                                                | range
            range=24h&from=2026-11-24T00:00:00Z                     | range
            to=2026-11-24T00:00:00Z                                 | from
            from=yesterday                                          | from
            from=2026-11-24                                         | from
            from=2026-11-24T16:00:00Z                               | from
            from=2027-01-01T00:00:00Z&to=2027-01-02T00:00:00Z       | from
            from=2025-01-01T00:00:00Z                               | from
            from=%2B999999999-01-01T00:00:00Z                       | from
            from=-999999999-01-01T00:00:00Z                         | from
            from=-999999999-01-01T00:00:00Z&to=-999999999-01-02T00:00:00Z | from
            from=1969-12-31T00:00:00Z&to=1970-01-01T00:00:00Z       | from
            from=2026-11-24T01:00:00Z&to=2026-11-24T01:00:00Z       | to
            from=2026-11-24T01:00:00Z&to=2026-11-24T00:00:00Z       | to
            step=second                                             | step
            range=7d&step=minute                                    | step
            page=2                                                  | page
            """)
    void aParameterThatIsNotUnderstoodIsABadRequest(String query, String parameter) throws Exception {
        var answer = served.get(ONE + "?" + query);

        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(
                parameter,
                new ObjectMapper().readTree(answer.body()).at("/error/param").textValue());
    }

    @Test
    void aRangeThatReachesIntoTheFutureEndsNow() throws Exception {
        var json = json(ONE + "?from=2026-11-24T17:30:00%2B02:00&to=2030-01-01T00:00:00Z");

        assertEquals("2026-11-24T15:30:00.000Z", json.at("/from").textValue());
        assertEquals("2026-11-24T16:00:00.000Z", json.at("/to").textValue());
    }

    @Test
    void noAnswerHasMorePointsThanFit() throws Exception {
        for (int hour = 0; hour < 400 * 24; hour++) {
            past.rolledUp("gpu-1", Histories.hour(ago(Duration.ofHours(hour + 1)), 720, 0, 20));
        }
        for (int minute = 0; minute < 3000; minute++) {
            past.rolledUp("gpu-1", Histories.minute(ago(Duration.ofMinutes(minute + 1)), 12, 0, 20));
        }

        for (var query : new String[] {
            "range=24h", "range=30d", "from=2025-10-21T00:00:00Z", "from=2026-11-23T15:30:00Z&step=minute"
        }) {
            var json = json(ONE + "?" + query);
            assertTrue(json.at("/points").size() <= HistoryQuery.MOST_POINTS, query);
            assertTrue(
                    json.at("/points").size() > 300,
                    query + ": " + json.at("/points").size());
        }
        assertEquals("day", json(ONE + "?from=2025-10-21T00:00:00Z").at("/step").textValue());
    }

    @Test
    void theFleetIsToldInPages() throws Exception {
        past.ran(ago(Duration.ofHours(24)), NOW)
                .changed(ago(Duration.ofHours(24)), "gpu-1", UNKNOWN, HEALTHY)
                .changed(ago(Duration.ofHours(6)), "gpu-2", UNKNOWN, UNHEALTHY);

        var first = json("/v1/history?limit=2");
        var rest = json("/v1/history?after=gpu-2");

        assertEquals("gpu-1", first.at("/data/0/name").textValue());
        assertEquals("healthy", first.at("/data/0/status").textValue());
        assertEquals(
                "{\"percent\":100,\"observed_percent\":100}",
                first.at("/data/0/uptime/24h").toString());
        assertFalse(first.at("/data/0").has("incident"));
        assertEquals(
                "2026-11-24T10:00:00.000Z", first.at("/data/1/incident/start").textValue());
        assertFalse(first.at("/data/1/incident").has("end"));
        assertTrue(first.at("/has_more").booleanValue());
        assertEquals("new", rest.at("/data/0/name").textValue());
        assertEquals("disabled", rest.at("/data/1/status").textValue());
        assertFalse(rest.at("/has_more").booleanValue());
        assertError(400, "invalid_parameter", "/v1/history?after=nobody");
        assertError(400, "invalid_parameter", "/v1/history?limit=201");
        assertError(400, "invalid_parameter", "/v1/history?fields=name");
    }

    @Test
    void aPageOfALargeFleetIsAHundred() throws Exception {
        var fleet = IntStream.range(0, 150)
                .mapToObj(i -> Fleets.backend("b" + i, "vllm"))
                .toArray(BackendConfig[]::new);
        try (var large = Served.with(Fleets.of(fleet), past)) {
            var page = new ObjectMapper().readTree(large.get("/v1/history").body());

            assertEquals(100, page.at("/data").size());
        }
    }

    @Test
    void withoutAHistoryItIsSaidThatThereIsNone() throws Exception {
        try (var without = Served.with(Fleets.mixed())) {
            for (var path : new String[] {ONE, "/v1/history"}) {
                var answer = without.get(path);
                assertEquals(404, answer.statusCode());
                assertEquals("""
                        {"error":{"message":"this Nexus keeps no history; [history] enabled = true changes that","type":"invalid_request_error","param":null,"code":"history_off"}}
                        """, answer.body());
            }
        }
    }

    private void assertError(int status, String code, String path) throws Exception {
        var answer = served.get(path);
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                code,
                new ObjectMapper().readTree(answer.body()).at("/error/code").textValue());
    }

    private JsonNode json(String path) throws Exception {
        var answer = served.get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        return new ObjectMapper().readTree(answer.body());
    }

    private static Instant ago(Duration time) {
        return NOW.minus(time);
    }
}
