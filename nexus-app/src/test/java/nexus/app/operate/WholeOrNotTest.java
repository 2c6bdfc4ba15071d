package nexus.app.operate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import nexus.app.config.BackendEntry;
import nexus.app.config.ConfigException;
import nexus.app.operate.OperateException.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trouble in the middle of an operation leaves no half of it.
class WholeOrNotTest {

    @TempDir
    private Path folder;

    @Test
    void whatCantBeStoredIsNotDone() throws Exception {
        var scene = new Scene(folder, Scene.TWO);
        // A folder that isn't empty can't be replaced by a file, whoever asks.
        Files.createFile(Files.createDirectory(scene.stateFile()).resolve("x"));

        var problem = assertThrows(OperateException.class, () -> scene.operator.remove("a"));

        assertEquals(Kind.NOT_STORED, problem.kind());
        assertTrue(problem.getMessage().startsWith("nothing was changed: "), problem.getMessage());
        assertTrue(problem.getMessage().contains("nexus.state.toml"), problem.getMessage());
        assertEquals("a b", scene.fleet());
        assertEquals(0, scene.followed);
    }

    @Test
    void aBugInTheMiddleIsTakenBack() throws Exception {
        var scene = new Scene(folder, Scene.TWO);
        scene.operator.drain("b");
        String before = Files.readString(scene.stateFile());
        var bug = new IllegalStateException("planted");
        scene.trouble = Optional.of(bug);

        var thrown = assertThrows(IllegalStateException.class, () -> scene.operator.remove("a"));

        assertSame(bug, thrown);
        assertEquals("a b", scene.fleet());
        assertEquals("draining", scene.status("b"));
        assertEquals(before, Files.readString(scene.stateFile()));
        assertEquals(3, scene.followed);
    }

    @Test
    void aBrokenStateFileKeepsTheProgramFromStartingAndNamesItself() throws Exception {
        var scene = new Scene(folder, Scene.TWO);
        Files.writeString(scene.stateFile(), "[[added]]\nurl = 7\n");

        var problem = assertThrows(ConfigException.class, scene::start);

        assertTrue(problem.getMessage().contains("nexus.state.toml:"), problem.getMessage());
    }

    @Test
    void operationsOfManyThreadsAreAllDone() throws Exception {
        var scene = new Scene(folder, Scene.TWO);
        var work = new ArrayList<Callable<String>>();
        for (int i = 0; i < 8; i++) {
            String name = "c" + i;
            work.add(() -> scene.operator
                    .add(BackendEntry.of(name, "http://" + name, "vllm"))
                    .backend()
                    .name());
            work.add(() -> scene.operator.reload().applied() ? "reloaded" : "");
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var done : threads.invokeAll(work)) {
                assertFalse(done.get().isEmpty());
            }
        }

        scene.start();
        assertEquals(10, scene.registry.backends().size(), scene.fleet());
    }
}
