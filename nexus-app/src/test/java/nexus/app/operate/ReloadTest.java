package nexus.app.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.config.DiscoveryConfig;
import nexus.app.config.HealthCheckConfig;
import nexus.app.config.LoggingConfig;
import nexus.app.config.NexusConfig;
import nexus.app.config.Problem;
import nexus.app.config.ServerConfig;
import nexus.app.operate.OperateException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReloadTest {

    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void start() {
        scene = new Scene(folder, Scene.TWO);
        scene.succeed("a");
        scene.succeed("a");
        scene.succeed("b");
    }

    @Test
    void aReloadFollowsTheFileAndLeavesWhatDidNotChange() throws Exception {
        var a = scene.registry.backend("a").orElseThrow();
        scene.write(Scene.TWO.replace("http://b:1", "http://b:2") + """
                [[backends]]
                name = "c"
                url = "http://c:1"
                type = "vllm"
                """);

        var reload = scene.operator.reload();

        assertTrue(reload.applied());
        assertEquals("Restarted b, Added c", changes(reload));
        assertEquals("a b c", scene.fleet());
        assertSame(a, scene.registry.backend("a").orElseThrow());
        assertEquals("healthy", scene.status("a"));
        assertEquals("unknown", scene.status("b"));
        assertEquals(1, scene.followed);
    }

    @Test
    void aPlanSaysTheSameAndChangesNothing() throws Exception {
        String next = Scene.TWO.replace("type = \"vllm\"", "type = \"vllm\"\npriority = 7");
        var planned = scene.operator.plan(Optional.of(next));
        scene.write(next);
        var own = scene.operator.plan(Optional.empty());

        assertEquals(0, scene.followed);
        assertEquals("Changed a", changes(planned));
        assertEquals(planned, own);
        assertEquals(planned.done(), scene.operator.reload());
        assertEquals("healthy", scene.status("a"));
        assertEquals(List.of(), scene.operator.plan(Optional.empty()).backends());
    }

    @Test
    void anInvalidFileChangesNothingAndEveryProblemIsTold() {
        scene.write(Scene.TWO.replace("http://a:1", "ftp://a") + "priorty = 1\n");

        var problem = assertThrows(OperateException.class, scene.operator::reload);

        assertEquals(Kind.INVALID, problem.kind());
        assertEquals(2, problem.problems().size(), problem.problems().toString());
        assertEquals(0, scene.followed);
        assertEquals("healthy", scene.status("a"));
        assertEquals(
                "http://a:1",
                scene.registry.backend("a").orElseThrow().config().url().toString());
    }

    @Test
    void aTypeThatANewPluginMayBringIsToldToNeedAStart() {
        scene.write(Scene.TWO.replace("\"ollama\"", "\"sglang\"").replace("\"vllm\"", "\"vlm\""));

        var problem = assertThrows(OperateException.class, scene.operator::reload);

        assertEquals(
                List.of(
                        "expected one of llamacpp, ollama, vllm, found \"vlm\"; did you mean \"vllm\"?",
                        "expected one of llamacpp, ollama, vllm, found \"sglang\"; plugins are loaded when Nexus starts"),
                problem.problems().stream().map(Problem::message).toList());
    }

    @Test
    void aFleetThatCantBeCheckedIsNotTakenUp() {
        scene.uncheckable = true;
        scene.write(Scene.TWO.replace("http://a:1", "http://a:2"));

        var problem = assertThrows(OperateException.class, scene.operator::reload);

        assertEquals(Kind.INVALID, problem.kind());
        assertEquals(0, scene.followed);
        assertEquals("healthy", scene.status("a"));
    }

    @Test
    void whatFollowsAtOnceIsHandedOnAndWhatNeedsARestartIsToldEachTime() throws Exception {
        scene.write("[server]\nport = 9000\nready_min_healthy = 2\n" + Scene.TWO);

        var first = scene.operator.reload();
        var second = scene.operator.reload();

        assertEquals(
                List.of("server.ready_min_healthy: 1 -> 2"),
                first.settings().stream().map(Object::toString).toList());
        assertEquals(
                List.of("server.port: 8000 -> 9000"),
                first.restartNeeded().stream().map(Object::toString).toList());
        assertEquals(List.of(), second.settings());
        assertEquals(first.restartNeeded(), second.restartNeeded());
        assertEquals(2, scene.operator.config().server().readyMinHealthy());
        assertEquals(2, scene.settings.getFirst().server().readyMinHealthy());
    }

    @Test
    void withoutAFileThereIsNothingToReloadAndChangesLiveInMemory() throws Exception {
        scene.startWithout(new NexusConfig(
                ServerConfig.DEFAULT,
                HealthCheckConfig.DEFAULT,
                DiscoveryConfig.DEFAULT,
                LoggingConfig.DEFAULT,
                List.of(BackendConfig.of("a", BackendUrl.parse("http://a:1"), "vllm"))));

        var drained = scene.operator.drain("a");
        var problem = assertThrows(OperateException.class, scene.operator::reload);

        assertEquals(Kind.CONFLICT, problem.kind());
        assertEquals("draining", drained.backend().status().text());
        assertTrue(
                drained.notes().getFirst().startsWith("kept in memory only"),
                drained.notes().toString());
    }

    private static String changes(Reload reload) {
        return reload.backends().stream()
                .map(change -> change.getClass().getSimpleName() + " " + change.name())
                .collect(Collectors.joining(", "));
    }
}
