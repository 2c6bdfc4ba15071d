package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateFileTest {

    private static final RuntimeChanges CHANGES = RuntimeChanges.NONE
            .withRemoved("old-1")
            .withDrained("gpu-2")
            .withDrained("gpu-3")
            .withAdded(BackendEntry.of("new-1", "http://new-1:8001", "vllm").with("labels", Map.of("room", "1")))
            .withAdded(BackendEntry.of("new-2", "http://new-2:8001", "ollama"));

    @TempDir
    Path folder;

    private Path path;
    private StateFile file;

    @BeforeEach
    void setUp() {
        path = folder.resolve("nexus.state.toml");
        file = new StateFile(path);
    }

    @Test
    void whatWasWrittenIsRead() throws StateFileException {
        file.write(CHANGES);

        assertEquals(CHANGES, new StateFile(path).read());
    }

    @Test
    void aPersonCanReadIt() throws Exception {
        file.write(CHANGES);

        assertEquals("""
                # Written by Nexus: what was changed while it ran, on top of its configuration file. Stop it before you edit.
                removed = ["old-1"]
                drained = ["gpu-2", "gpu-3"]

                [[backends]]
                name = "new-1"
                url = "http://new-1:8001"
                type = "vllm"
                labels = { room = "1" }

                [[backends]]
                name = "new-2"
                url = "http://new-2:8001"
                type = "ollama"
                """, Files.readString(path));
    }

    @Test
    void anAbsentFileHoldsNoChanges() {
        assertEquals(RuntimeChanges.NONE, file.read());
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        file.write(CHANGES);
        file.write(RuntimeChanges.NONE);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
    }

    @Test
    void whatAKilledWriterLeftIsNeverReadAndGoesWithTheNextWrite() throws Exception {
        Path left = Files.writeString(folder.resolve("nexus.state.toml." + UUID.randomUUID() + ".tmp"), "half = ");
        Path other = Files.writeString(folder.resolve("nexus.state.toml.mine.tmp"), "the user's");

        assertEquals(RuntimeChanges.NONE, file.read());
        file.write(CHANGES);

        assertTrue(Files.notExists(left));
        assertTrue(Files.exists(other));
        try (var files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path real = Files.createFile(folder.resolve("real.toml"));
        Files.createSymbolicLink(path, real);

        file.write(CHANGES);

        assertTrue(Files.isSymbolicLink(path));
        assertEquals(CHANGES, new StateFile(real).read());
    }

    @Test
    void aFolderThatIsNotThereIsNamedWithWhatToDo() {
        var lost = new StateFile(folder.resolve("no/nexus.state.toml"));

        var trouble = assertThrows(StateFileException.class, () -> lost.write(CHANGES));

        assertEquals(
                folder + "/no/nexus.state.toml can't be written (there is no such folder): let Nexus write into its"
                        + " folder, or name a file elsewhere by state_file in [server]",
                trouble.getMessage());
    }

    @Test
    void aFolderInTheFilesPlaceLeavesNothingBehind() throws IOException {
        Files.createDirectories(path.resolve("full"));

        assertThrows(StateFileException.class, () -> file.write(CHANGES));

        try (var files = Files.list(folder)) {
            assertEquals(List.of(path), files.toList());
        }
    }

    @Test
    void moreNamesThanCanBeReadBackAreRefusedAndTheFileIsAsItWas() throws Exception {
        file.write(CHANGES);
        var many = CHANGES;
        var names = new java.util.LinkedHashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            names.add("a-backend-with-quite-a-long-name-" + i);
        }
        many = new RuntimeChanges(many.added(), names, many.drained());

        var changes = many;
        assertThrows(StateFileException.class, () -> file.write(changes));
        assertEquals(CHANGES, file.read());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x = 1|1:1: x: unknown key; known here: removed, drained, backends",
                "removed = 'a'|1:1: removed: expected an array of backends' names, found \"a\"",
                "drained = ['a', 'b c']|1:1: drained: expected an array of backends' names, found \"b c\" in it",
                "backends = [1]|1:13: backends[0]: expected a table, found 1",
                "removed = x|1:11: not valid TOML: Unexpected 'x', expected a string in quotes, a number, a boolean, a date/time, an array, or a table"
            })
    void aBrokenFileIsSaidWithItsPlace(String text, String problem) throws IOException {
        Files.writeString(path, text);

        assertEquals(
                path + ":" + problem,
                assertThrows(ConfigException.class, file::read)
                        .getMessage()
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }
}
