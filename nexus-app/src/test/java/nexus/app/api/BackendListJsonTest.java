package nexus.app.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.Optional;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.registry.CheckReport;
import nexus.app.registry.CheckResult;
import nexus.app.registry.Registry;
import nexus.spi.Model;
import nexus.spi.ModelList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendListJsonTest {

    private static final String HEALTH = """
            "health":{"status":"degraded","uptime_seconds":150,\
            "backends":{"total":3,"healthy":1,"unhealthy":1,"unknown":1,"draining":0},\
            "models":1,"version":"0.1.0","health_check":{"enabled":true}}""";

    @Test
    void aHealthyBackendTellsAllThatIsKnown() {
        assertEquals("""
                {"name":"gpu-1","type":"vllm","url":"http://gpu-1:8001","status":"healthy",\
                "since":"2026-11-24T16:00:00.000Z","source":"configured","priority":50,"labels":{"rack":"r1"},"latency_ms":12.4,\
                "streak":{"kind":"success","length":2,"needed":2},\
                "models":[{"id":"Qwen/Qwen3-8B","context_length":32768,"state":"loaded","capabilities":["chat"]}],\
                "last_check":{"at":"2026-11-24T16:00:00.000Z","verdict":"healthy","latency_ms":12.4,"lateness_ms":1.25,\
                "phases":{"resolve_ms":0.1,"connect_ms":0.4,"tls_ms":0,"wait_ms":11.5,"read_ms":0.4}},\
                "checks":{"total":2,"failed":0}}
                """, one(Fleets.mixed(), "gpu-1"));
    }

    @Test
    void anUnhealthyBackendTellsCauseAndFixAndKeepsItsModels() {
        assertEquals("""
                {"name":"gpu-2","type":"llamacpp","url":"http://gpu-2:8001","status":"unhealthy",\
                "since":"2026-11-24T16:00:00.000Z","loading":true,"source":"configured","priority":10,"labels":{"rack":"r1"},\
                "latency_ms":12.4,"streak":{"kind":"failure","length":3,"needed":3},"models":[{"id":"tiny"}],\
                "last_check":{"at":"2026-11-24T16:00:00.000Z","verdict":"unhealthy","latency_ms":12.4,\
                "lateness_ms":1.25,\
                "phases":{"resolve_ms":0.1,"connect_ms":0.4,"tls_ms":0,"wait_ms":11.5,"read_ms":0.4},\
                "error":{"kind":"HttpError","text":"HttpError(503)","cause":"it says: Loading model","fix":"wait"}},\
                "checks":{"total":5,"failed":3}}
                """, one(Fleets.mixed(), "gpu-2"));
    }

    @Test
    void whatIsNotKnownYetIsAbsent() {
        var registry = Fleets.of(Fleets.backend("new", "ollama"));
        registry.backend("new").orElseThrow().plan(Optional.of(Fleets.NOW.plusMillis(1500)));

        assertEquals("""
                {"name":"new","type":"ollama","url":"http://new:8001","status":"unknown",\
                "since":"2026-11-24T16:00:00.000Z","source":"configured","priority":50,"labels":{},\
                "next_check_at":"2026-11-24T16:00:01.500Z","checks":{"total":0,"failed":0}}
                """, one(registry, "new"));
    }

    @Test
    void anEmptyListIsKnownAndDroppedModelsAreCounted() {
        var registry = Fleets.of(Fleets.backend("a", "vllm"));
        Fleets.succeed(registry, "a", 1, ModelList.builder().drop().drop().build());

        assertTrue(one(registry, "a").contains("\"models\":[],\"models_dropped\":2,"), one(registry, "a"));
    }

    @ParameterizedTest(name = "void number {0} in a row is shown as {1}")
    @CsvSource({"1, void", "2, void", "3, unhealthy"})
    void aVoidCheckIsShownAsVoidUntilItCounts(int times, String verdict) {
        // given
        var registry = Fleets.of(Fleets.backend("a", "vllm"));
        var error = new CheckError.ConnectionFailed("too many open files", "raise the limit");
        var result = new CheckResult(
                new Outcome.Void("out of file descriptors", error),
                new CheckReport(
                        Fleets.NOW,
                        Optional.of(error),
                        Optional.of("out of file descriptors"),
                        Fleets.PHASES,
                        0,
                        Optional.empty(),
                        Optional.empty()));

        // when
        for (int i = 0; i < times; i++) {
            registry.backend("a").orElseThrow().record(result, Fleets.NOW);
        }

        // then
        String text = one(registry, "a");
        assertTrue(text.contains("\"verdict\":\"" + verdict + "\""), text);
        assertTrue(text.contains("\"void\":\"out of file descriptors\""), text);
    }

    @Test
    void aSuccessThatWasForgivenSaysWhat() {
        var registry = Fleets.of(Fleets.backend("a", "vllm"));
        var outcome = new Outcome.Success(Optional.empty(), Optional.of("not JSON"));
        var report = CheckReport.of(Fleets.NOW, outcome, Fleets.PHASES, 0, Optional.empty());

        registry.backend("a").orElseThrow().record(new CheckResult(outcome, report), Fleets.NOW);

        String text = one(registry, "a");
        assertTrue(text.contains("\"verdict\":\"healthy\""), text);
        assertTrue(text.contains("\"forgiven\":\"not JSON\""), text);
    }

    @Test
    void aDrainingBackendIsShownAsSuch() {
        var registry = Fleets.mixed();
        registry.backend("gpu-1").orElseThrow().drain(Fleets.NOW);

        assertTrue(one(registry, "gpu-1").contains("\"status\":\"draining\""));
    }

    @ParameterizedTest(name = "?{0} lists {1}")
    @CsvSource(delimiter = '|', textBlock = """
            fields=name                           | gpu-1 gpu-2 new off | false
            fields=name&status=healthy            | gpu-1               | false
            fields=name&status=healthy,unknown    | gpu-1 new           | false
            fields=name&status=disabled           | off                 | false
            fields=name&type=vllm&type=ollama     | gpu-1 new           | false
            fields=name&type=exo                  |                     | false
            fields=name&limit=2                   | gpu-1 gpu-2         | true
            fields=name&limit=2&after=gpu-2       | new off             | false
            fields=name&limit=4                   | gpu-1 gpu-2 new off | false
            fields=name&after=off                 |                     | false
            fields=name&names=off,gpu-1           | gpu-1 off           | false
            fields=name&names=gpu-1&names=none    | gpu-1               | false
            fields=name&names=gpu-1&status=unknown |                    | false
            fields=name&limit=1&status=unhealthy  | gpu-2               | false
            """)
    void filtersAndPagesChooseInConfiguredOrder(String query, String names, boolean more) throws BadParameter {
        var entries = new StringBuilder();
        for (String name : names == null ? new String[0] : names.split(" ")) {
            entries.append(entries.isEmpty() ? "" : ",").append("{\"name\":\"" + name + "\"}");
        }
        assertEquals(
                "{\"object\":\"list\",\"data\":[" + entries + "],\"has_more\":" + more + "," + HEALTH + "}\n",
                list(query));
    }

    @Test
    void chosenFieldsStandInTheEntrysOrderWhateverWasAskedFirst() throws BadParameter {
        String text = list("fields=url,latency_ms,name&limit=1");

        assertTrue(
                text.startsWith("{\"object\":\"list\",\"data\":[{\"name\":\"gpu-1\",\"url\":\"http://gpu-1:8001\","
                        + "\"latency_ms\":12.4}],\"has_more\":true,"),
                text);
    }

    @Test
    void theLastChecksAndTheNumberOfModelsAreToldOnRequest() throws BadParameter {
        String text = list("fields=model_count,recent&names=gpu-2");
        String check = Fleets.NOW.toEpochMilli() + ",\"unhealthy\",[0.1,0.4,0,11.494,0.4],\"HttpError(503)\"]";

        assertTrue(text.contains("[{\"model_count\":1,\"recent\":[["), text);
        assertTrue(text.contains(",\"healthy\",[0.1,0.4,0,11.494,0.4]],["), text);
        assertTrue(text.contains(check + "]}]"), text);
        assertFalse(list("").contains("recent"), list(""));
    }

    @Test
    void moreNamesThanAScreenHoldsAreRefused() {
        var many = String.join(",", Collections.nCopies(BackendQuery.MAX_NAMES + 1, "a"));

        assertThrows(BadParameter.class, () -> list("names=" + many));
        assertThrows(BadParameter.class, () -> list("names=a,,b"));
        assertThrows(BadParameter.class, () -> list("names="));
    }

    @Test
    void whatServersSayIsEscapedForTerminalsAndPages() {
        var registry = Fleets.of(Fleets.backend("a", "vllm"));
        Fleets.succeed(
                registry,
                "a",
                1,
                ModelList.of(
                        Model.named("\u001b[31m\u0007\u007f\u009b<script>&\"\\\u202e\u2028"),
                        Model.named("模型é\uD83D\uDE00"),
                        Model.named("half\uD83D")));

        String text = one(registry, "a");
        assertTrue(
                text.contains("\"\\u001B[31m\\u0007\\u007F\\u009b\\u003Cscript\\u003E\\u0026\\\"\\\\\\u202e\\u2028\""),
                text);
        assertTrue(text.contains("\"模型é\\ud83d\\ude00\""), text);
        assertTrue(text.contains("\"half\\ud83d\""), text);
        assertFalse(text.chars().anyMatch(c -> c != '\n' && Character.isISOControl(c)), text);
    }

    private static String one(Registry registry, String name) {
        return new String(BackendListJson.of(registry.backend(name).orElseThrow(), EntryFields.USUAL), UTF_8);
    }

    private static String list(String query) throws BadParameter {
        return new String(BackendListJson.of(Fleets.mixed(), BackendQuery.of(query), Fleets.INFO), UTF_8);
    }
}
