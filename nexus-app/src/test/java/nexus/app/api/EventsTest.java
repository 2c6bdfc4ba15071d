package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nexus.app.Eventually;
import nexus.app.health.CheckError;
import nexus.app.registry.Registry;
import nexus.spi.Model;
import nexus.spi.ModelList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `/v1/events` on a real socket.
class EventsTest {

    private static final CheckError REFUSED = new CheckError.ConnectionFailed("connection refused", "start it");

    private final Registry registry = Fleets.of(Fleets.backend("gpu-1", "vllm"), Fleets.backend("gpu-2", "vllm"));
    private final Served served = Served.with(registry);

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void aStreamTellsTransitionsAsTheyHappen() throws Exception {
        try (var stream = stream("/v1/events", "")) {
            assertEquals("HTTP/1.1 200 OK", stream.status());
            assertEquals("text/event-stream", stream.header("content-type"));

            Fleets.succeed(registry, "gpu-1", 2, Fleets.qwen());
            var up = stream.next();
            Fleets.fail(registry, "gpu-1", 3, REFUSED);
            var down = stream.next();

            assertEquals("status_changed", up.type());
            assertEquals("gpu-1 unknown healthy false", transition(up));
            assertEquals("gpu-1 healthy unhealthy false", transition(down));
            assertEquals(up.id() + 1, down.id());
            assertEquals(down.id(), down.data().path("id").asLong());
            assertEquals(
                    "connection refused",
                    down.data().path("cause").path("cause").asText());
        }
    }

    @Test
    void whoComesAgainWithTheLastIdMissesNothing() throws Exception {
        EventClient.Event seen;
        try (var stream = stream("/v1/events", "")) {
            Fleets.succeed(registry, "gpu-1", 2, Fleets.qwen());
            seen = stream.next();
        }
        Fleets.succeed(registry, "gpu-2", 2, Fleets.qwen());
        Fleets.fail(registry, "gpu-1", 3, REFUSED);

        try (var again = stream("/v1/events", "Last-Event-ID: " + seen.id() + "\r\n")) {
            assertEquals("gpu-2 unknown healthy false", transition(again.next()));
            assertEquals("gpu-1 healthy unhealthy false", transition(again.next()));
        }
    }

    @Test
    void whatAClientHasSeenOfAnotherRunIsToldAsLost() throws Exception {
        try (var stream = stream("/v1/events?since=7", "")) {
            var lost = stream.next();
            var started = stream.next();

            assertEquals("lost", lost.type());
            assertEquals(8, lost.data().path("from").asLong());
            assertEquals(started.id() - 1, lost.data().path("to").asLong());
            assertEquals(lost.id(), lost.data().path("to").asLong());
            assertEquals("started", started.type());
        }
    }

    @Test
    void filtersLetThroughOnlyWhatIsWanted() throws Exception {
        try (var stream = stream("/v1/events?backend=gpu-2&type=status_changed", "")) {
            Fleets.succeed(registry, "gpu-1", 2, Fleets.qwen());
            Fleets.succeed(registry, "gpu-2", 2, Fleets.qwen());
            Fleets.succeed(registry, "gpu-2", 1, ModelList.of(Model.named("another")));
            Fleets.fail(registry, "gpu-2", 3, REFUSED);

            assertEquals("gpu-2 unknown healthy false", transition(stream.next()));
            assertEquals("gpu-2 healthy unhealthy false", transition(stream.next()));
        }
    }

    @Test
    void aPageTellsWhatHappenedAndWhereItGoesOn() throws Exception {
        Fleets.succeed(registry, "gpu-1", 2, Fleets.qwen());
        Fleets.succeed(registry, "gpu-2", 2, Fleets.qwen());
        var all = Eventually.seen(
                "three events",
                () -> page("/v1/events"),
                page -> page.path("data").size() == 3);

        var first = page("/v1/events?since=0&limit=2");
        var rest = page("/v1/events?limit=2&since=" + first.path("last_id").asLong());

        assertEquals(List.of("started", "status_changed"), types(first));
        assertTrue(first.path("has_more").asBoolean());
        assertEquals(List.of("status_changed"), types(rest));
        assertEquals(all.path("data").get(2), rest.path("data").get(0));
        assertEquals(all.path("last_id"), rest.path("last_id"));
        assertTrue(!rest.path("has_more").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/events?type=moved,type",
        "/v1/events?backend=a%20b,backend",
        "/v1/events?since=-1,since",
        "/v1/events?limit=0,limit",
        "/v1/events?limit=1001,limit",
        "/v1/events?page=2,page",
    })
    void aParameterThatIsNotUnderstoodIsABadRequest(String path, String parameter) throws Exception {
        var answer = served.get(path);

        assertEquals(400, answer.statusCode());
        assertEquals(parameter, json(answer.body()).path("error").path("param").asText());
    }

    /// Which of the two counts is no reason to let a mistake in the other pass.
    @Test
    void aBadSinceIsToldAlsoToWhoComesAgain() throws Exception {
        String answer = served.raw("GET /v1/events?since=x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Accept: application/json\r\nLast-Event-ID: 7\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("\"param\":\"since\""), answer);
    }

    @Test
    void theEndOfNexusEndsStreamsAtOnce() throws Exception {
        try (var stream = stream("/v1/events", "")) {
            assertEquals("HTTP/1.1 200 OK", stream.status());

            served.close();

            assertNull(stream.lineOrEnd());
        }
    }

    private static String transition(EventClient.Event event) {
        var data = event.data();
        return data.path("backend").asText() + " " + data.path("old").asText() + " "
                + data.path("new").asText() + " " + data.path("resumed").asText();
    }

    private JsonNode page(String path) {
        try {
            String answer = served.raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                    + "Connection: close\r\n\r\n");
            return json(answer.substring(answer.indexOf("\r\n\r\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> types(JsonNode page) {
        return page.path("data")
                .valueStream()
                .map(one -> one.path("type").asText())
                .toList();
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private EventClient stream(String path, String headers) throws IOException {
        return new EventClient(served.connect(), path, headers);
    }
}
