package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExplainHandlerTest {

    private static Served served;

    @BeforeAll
    static void start() {
        served = Served.with(Fleets.mixed());
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void anUnhealthyBackendIsExplained() throws Exception {
        var json = explain("gpu-2");

        assertEquals("unhealthy", json.at("/status").textValue());
        assertEquals("2026-11-24T16:00:00.000Z", json.at("/since").textValue());
        assertEquals(
                "gpu-2 is not ready: it still loads a model, HttpError(503)",
                json.at("/summary").textValue());
        assertEquals(
                "it says: Loading model", json.at("/last_check/error/cause").textValue());
        assertEquals("wait", json.at("/last_check/error/fix").textValue());
        assertTrue(json.at("/last_check/error/loading").booleanValue());
        assertEquals(1.25, json.at("/last_check/lateness_ms").doubleValue());
        assertEquals(5, json.at("/recent").size());
        assertEquals("HttpError(503)", json.at("/recent/4/error").textValue());
        assertEquals(
                "3 failures in a row; 2 good checks turn it healthy",
                json.at("/streak/text").textValue());
        assertEquals(5000, json.at("/timeout_ms").intValue());
    }

    @Test
    void settingsAreNamedAndSecretsAreNot() throws Exception {
        var json = explain("gpu-1");

        assertEquals("\"GPU_KEY\"", setting(json, "api_key_env"));
        assertEquals("[X-Token]", setting(json, "headers"));
        assertFalse(json.toString().contains(Fleets.SECRET), json.toString());
    }

    @Test
    void oneThatWasNeverCheckedHasNoLastCheck() throws Exception {
        var json = explain("new");

        assertEquals("new is new: it was not checked yet", json.at("/summary").textValue());
        assertFalse(json.has("last_check") || json.has("next_check_at") || json.has("models"), json.toString());
        assertEquals("disabled", explain("off").at("/status").textValue());
    }

    @Test
    void aMistypedNameIsAnsweredWithTheNearestOne() throws Exception {
        var answer = served.get("/v1/backends/gpu1/explain");

        assertEquals(404, answer.statusCode());
        assertEquals(
                "no backend has this name; did you mean \"gpu-1\"? /v1/backends lists them",
                new ObjectMapper().readTree(answer.body()).at("/error/message").textValue());
    }

    private static String setting(JsonNode json, String key) {
        return StreamSupport.stream(json.get("settings").spliterator(), false)
                .filter(setting -> setting.get("key").textValue().equals(key))
                .map(setting -> setting.get("value").textValue())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode explain(String name) throws Exception {
        var answer = served.get("/v1/backends/" + name + "/explain");
        assertEquals(200, answer.statusCode());
        return new ObjectMapper().readTree(answer.body());
    }
}
