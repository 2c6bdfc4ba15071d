package nexus.app.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nexus.app.check.Recognition;
import nexus.app.config.BackendEntry;
import nexus.app.config.BackendSource;
import nexus.app.operate.OperateException.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The operations on one backend: what is in force at once, after a reload, and after a restart.
class OperatorTest {

    @TempDir
    private Path folder;

    private Scene scene;

    @BeforeEach
    void start() {
        scene = new Scene(folder, Scene.TWO);
    }

    @Test
    void anAddedBackendIsThereAtOnceAfterAReloadAndAfterARestart() throws Exception {
        var done = scene.operator.add(BackendEntry.of("c", "http://c:1", "llama.cpp"));

        assertEquals("c", done.backend().name());
        assertEquals("llamacpp", done.backend().config().type());
        assertEquals(BackendSource.ADDED, done.backend().config().source());
        assertEquals(Optional.empty(), done.recognised());
        assertEquals(List.of(), done.notes());
        assertEquals("a b c", scene.fleet());
        assertEquals(1, scene.followed);
        scene.operator.reload();
        assertEquals("a b c", scene.fleet());
        scene.start();
        assertEquals("a b c", scene.fleet());
        assertFalse(Files.readString(scene.file).contains("http://c"));
    }

    @Test
    void aTypeThatIsMissingIsFoundOutAndANameIsMade() throws Exception {
        var first = scene.operator.add(untyped("http://gpu-1:11434"));
        var second = scene.operator.add(untyped("http://gpu-1:11434/v1"));

        assertEquals("vllm-gpu-1-11434", first.backend().name());
        assertEquals(Optional.of("/version answers as vllm does"), first.recognised());
        assertEquals("vllm-gpu-1-11434-2", second.backend().name());
        assertEquals(List.of("the backend \"vllm-gpu-1-11434\" has the same URL"), second.notes());
    }

    @Test
    void whatCantBeRecognisedIsRefusedWithTheReason() {
        scene.recognition = new Recognition.Unheard(false, "refused");
        var unheard = refused(Kind.INVALID, () -> scene.operator.add(untyped("http://c:1")));
        scene.recognition = new Recognition.Nexus();
        var nexus = refused(Kind.INVALID, () -> scene.operator.add(untyped("http://c:1")));

        assertEquals("its type can't be found out, no answer came: refused; give its type", unheard.getMessage());
        assertEquals("a Nexus answers there, which is no backend", nexus.getMessage());
        assertNothingHappened();
    }

    @Test
    void anInvalidEntryIsRefusedWithAllItsProblems() {
        var entry = new BackendEntry(new LinkedHashMap<>(Map.of("name", "x y", "url", "ftp://c", "type", "vllm")));

        var problem = refused(Kind.INVALID, () -> scene.operator.add(entry));

        assertEquals(2, problem.problems().size(), problem.problems().toString());
        assertNothingHappened();
    }

    /// Or any program of this machine could have Nexus's keys sent to itself.
    @Test
    void aVariableIsLentOnlyWhereChangesNeedAToken() throws Exception {
        scene.environment = Map.of("GPU_KEY", "sk-1234567890", "ADMIN", "0123456789abcdef");
        scene.start();
        scene.recognition = new Recognition.Nexus();
        var key = untyped("http://c:1").with("api_key_env", "GPU_KEY");
        var header = untyped("http://c:1").with("headers", Map.of("X-Key", "env:GPU_KEY"));

        refused(Kind.NOT_ALLOWED, () -> scene.operator.add(key));
        refused(Kind.NOT_ALLOWED, () -> scene.operator.add(header));
        assertNothingHappened();

        scene.write("[server]\nadmin_token_env = \"ADMIN\"\n" + Scene.TWO);
        scene.operator.reload();
        scene.operator.add(key.with("type", "vllm").with("name", "c"));
        assertEquals("a b c", scene.fleet());
    }

    @Test
    void aTypeIsNotAskedForWhileSomethingElseIsWrong() {
        scene.recognition = new Recognition.Nexus();

        var problem = refused(
                Kind.INVALID, () -> scene.operator.add(untyped("http://c:1").with("priorty", 1L)));

        assertTrue(
                problem.problems().toString().contains("did you mean \"priority\"?"),
                problem.problems().toString());
    }

    @Test
    void aTakenNameIsAConflictARemovedOneToo() throws Exception {
        refused(Kind.CONFLICT, () -> scene.operator.add(BackendEntry.of("a", "http://c:1", "vllm")));
        scene.operator.remove("a");
        var removed = refused(Kind.CONFLICT, () -> scene.operator.add(BackendEntry.of("a", "http://c:1", "vllm")));

        assertTrue(removed.getMessage().contains("restore"), removed.getMessage());
    }

    @Test
    void aConfiguredBackendStaysRemovedUntilItIsRestored() throws Exception {
        var removed = scene.operator.remove("a");

        assertTrue(removed.restorable());
        assertEquals("b", scene.fleet());
        scene.operator.reload();
        scene.start();
        assertEquals("b", scene.fleet());
        assertEquals("a", scene.operator.restore("a").backend().name());
        scene.start();
        assertEquals("a b", scene.fleet());
    }

    @Test
    void anAddedBackendThatIsRemovedIsForgotten() throws Exception {
        scene.operator.add(BackendEntry.of("c", "http://c:1", "vllm"));

        assertFalse(scene.operator.remove("c").restorable());

        assertEquals("a b", scene.fleet());
        refused(Kind.NOT_FOUND, () -> scene.operator.restore("c"));
        assertEquals(
                "c",
                scene.operator
                        .add(BackendEntry.of("c", "http://d:1", "vllm"))
                        .backend()
                        .name());
    }

    @Test
    void restoringWhatIsThereIsAConflict() throws Exception {
        refused(Kind.CONFLICT, () -> scene.operator.restore("a"));
        scene.operator.remove("a");
        scene.write(Scene.TWO.replace("\"a\"", "\"z\""));
        scene.operator.reload();
        refused(Kind.CONFLICT, () -> scene.operator.restore("a"));
    }

    @Test
    void aDrainingBackendStaysItOverReloadRestartAndAnotherUrl() throws Exception {
        assertEquals("draining", scene.operator.drain("a").backend().status().text());
        scene.operator.drain("a");

        scene.write(Scene.TWO.replace("http://a:1", "http://a:2"));
        scene.operator.reload();
        assertEquals("draining", scene.status("a"));
        scene.start();
        assertEquals("draining", scene.status("a"));
        assertEquals("unknown", scene.status("b"));
    }

    @Test
    void aBackendPutBackIsUnknownAndCheckedAtOnce() throws Exception {
        scene.operator.drain("a");

        assertEquals("unknown", scene.operator.undrain("a").backend().status().text());

        assertEquals(List.of("a"), scene.checked);
        scene.start();
        assertEquals("unknown", scene.status("a"));
    }

    @Test
    void unknownNamesAreNotFound() {
        for (var kind : List.<Work>of(
                () -> scene.operator.remove("x"),
                () -> scene.operator.restore("x"),
                () -> scene.operator.drain("x"),
                () -> scene.operator.undrain("x"),
                () -> scene.operator.check("x"))) {
            refused(Kind.NOT_FOUND, kind);
        }
        assertNothingHappened();
    }

    @Test
    void aCheckGivesTheBackendAsItIsAfterwards() throws Exception {
        var done = scene.operator.check("a");

        assertEquals(List.of("a"), scene.checked);
        assertEquals(1, done.backend().checks());
    }

    @Test
    void aDisabledBackendIsNeitherDrainedNorChecked() throws Exception {
        scene.write(Scene.TWO + "enabled = false\n");
        scene.operator.reload();

        refused(Kind.CONFLICT, () -> scene.operator.drain("b"));
        refused(Kind.CONFLICT, () -> scene.operator.check("b"));
    }

    @Test
    void whereChecksAreOffNoneIsMade() throws Exception {
        scene.write("[health_check]\nenabled = false\n" + Scene.TWO);
        scene.start();

        refused(Kind.CONFLICT, () -> scene.operator.check("a"));
        scene.operator.drain("a");
        scene.operator.undrain("a");

        assertEquals(List.of(), scene.checked);
    }

    private interface Work {
        void run() throws OperateException;
    }

    private static OperateException refused(Kind kind, Work work) {
        var problem = assertThrows(OperateException.class, work::run);
        assertEquals(kind, problem.kind(), problem.getMessage());
        return problem;
    }

    private void assertNothingHappened() {
        assertEquals("a b", scene.fleet());
        assertEquals(0, scene.followed);
        assertFalse(Files.exists(scene.stateFile()));
    }

    private static BackendEntry untyped(String url) {
        return new BackendEntry(Map.of("url", url));
    }
}
