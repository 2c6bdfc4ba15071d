package nexus.app.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.util.List;
import nexus.app.api.ModelsJson.Scope;
import nexus.app.registry.Registry;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.ModelState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsJsonTest {

    private static final long NOW_SECONDS = Fleets.NOW.getEpochSecond();

    @Test
    void theListHoldsWhatAHealthyBackendServes() {
        assertEquals("""
                {"object":"list","data":[\
                {"id":"Qwen/Qwen3-8B","object":"model","created":%d,"owned_by":"vllm",\
                "nexus":{"backends":["gpu-1"],"context_length":32768,"capabilities":["chat"],"state":"loaded"}}]}
                """.formatted(NOW_SECONDS), list(Fleets.mixed(), Scope.AVAILABLE));
    }

    @Test
    void allModelsAreMarkedWithWhetherTheyAreAvailable() {
        assertEquals("""
                {"object":"list","data":[\
                {"id":"Qwen/Qwen3-8B","object":"model","created":%1$d,"owned_by":"vllm",\
                "nexus":{"available":true,"backends":["gpu-1"],"context_length":32768,"capabilities":["chat"],\
                "state":"loaded"}},\
                {"id":"tiny","object":"model","created":%1$d,"owned_by":"llamacpp",\
                "nexus":{"available":false,"backends":["gpu-2"]}}]}
                """.formatted(NOW_SECONDS), list(Fleets.mixed(), Scope.ALL));
    }

    @Test
    void aFleetThatKnowsNothingHasAnEmptyList() {
        assertEquals("{\"object\":\"list\",\"data\":[]}\n", list(Fleets.of(), Scope.ALL));
    }

    @Test
    void aModelOnSeveralBackendsTellsWhatHoldsOnEachOfThem() {
        // given: the preferred backend comes second, and a third one is down
        var registry = new Registry(
                List.of(
                        Fleets.with(Fleets.backend("b", "vllm"), 50, true),
                        Fleets.with(Fleets.backend("a", "ollama"), 1, true),
                        Fleets.with(Fleets.backend("down", "exo"), 0, true)),
                Fleets.CLOCK);
        var model = Model.named("m");
        Fleets.succeed(
                registry,
                "b",
                2,
                ModelList.of(model.withContextLength(4096)
                        .withState(ModelState.LOADED)
                        .withOwnedBy("qwen")
                        .withCapabilities(List.of("chat", "tools"))));
        Fleets.succeed(
                registry,
                "a",
                2,
                ModelList.of(model.withContextLength(8192)
                        .withState(ModelState.AVAILABLE)
                        .withCapabilities(List.of("tools", "vision", "chat"))));
        Fleets.succeed(registry, "down", 1, ModelList.of(model.withContextLength(1)));

        // then
        assertEquals("""
                {"object":"list","data":[{"id":"m","object":"model","created":%d,"owned_by":"ollama",\
                "nexus":{"backends":["a","b"],"context_length":4096,"capabilities":["tools","chat"],"state":"loaded"}}]}
                """.formatted(NOW_SECONDS), list(registry, Scope.AVAILABLE));
    }

    @Test
    void aFailedModelIsNotOffered() {
        var registry = Fleets.of(Fleets.backend("a", "llamacpp"));
        Fleets.succeed(registry, "a", 2, ModelList.of(Model.named("broken").withState(ModelState.FAILED)));

        assertEquals("{\"object\":\"list\",\"data\":[]}\n", list(registry, Scope.AVAILABLE));
        assertTrue(list(registry, Scope.ALL).contains("\"available\":false,\"backends\":[\"a\"],\"state\":\"failed\""));
    }

    @Test
    void theBytesAreMadeAgainOnlyWhenTheCatalogChanged() {
        // given
        var registry = Fleets.mixed();
        var pages = new ModelPages();
        byte[] first = pages.of(registry.catalog(), Scope.AVAILABLE);

        // when nothing but times changes
        Fleets.succeed(registry, "gpu-1", 1, Fleets.qwen());
        // then
        assertSame(first, pages.of(registry.catalog(), Scope.AVAILABLE));

        // when a list changes
        Fleets.succeed(registry, "gpu-1", 1, ModelList.empty());
        // then
        assertNotSame(first, pages.of(registry.catalog(), Scope.AVAILABLE));
        assertEquals(
                "{\"object\":\"list\",\"data\":[]}\n",
                new String(pages.of(registry.catalog(), Scope.AVAILABLE), UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "org/name",
                "org/sub/name:8b@q4",
                "/leading/and/trailing/",
                "two//slashes",
                "100%",
                "%2F",
                "a b+c",
                "a;b=c,d&e?f#g",
                "../../health",
                "模型-é",
                "\"quoted\" \\ 'id'",
                "<script>alert(1)</script>",
                "\uD83D\uDE00"
            })
    void anyIdIsFoundUnderItsEncodedPath(String id) throws Exception {
        // given
        var registry = Fleets.of(Fleets.backend("a", "vllm"));
        Fleets.succeed(registry, "a", 2, ModelList.of(Model.named("other"), Model.named(id)));

        try (var served = Served.with(registry)) {
            // when
            var answer = served.get("/v1/models/" + URLEncoder.encode(id, UTF_8).replace("+", "%20"));

            // then
            assertEquals(200, answer.statusCode(), answer.body());
            var entry = registry.catalog().entries().get(1);
            assertEquals(new String(ModelsJson.one(entry, Scope.AVAILABLE), UTF_8), answer.body());
        }
    }

    private static String list(Registry registry, Scope scope) {
        return new String(ModelsJson.list(registry.catalog(), scope), UTF_8);
    }
}
