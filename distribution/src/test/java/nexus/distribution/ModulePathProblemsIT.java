package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is wrong with the jars in `mods/`, `bin/nexus` says it in one line, also where the JVM fails before our
/// code runs.
class ModulePathProblemsIT {

    @TempDir
    Path folder;

    private Path home;
    private Path mods;

    @BeforeEach
    void spoilableCopy() throws Exception {
        home = Packaged.copyTo(folder.resolve("nexus"));
        mods = home.resolve("mods");
    }

    @Test
    void aBrokenJarIsNamed() throws Exception {
        Files.writeString(mods.resolve("broken.jar"), "this is no zip file");

        assertOneLine("broken.jar");
    }

    @Test
    void aModuleThatIsThereTwiceIsNamed() throws Exception {
        Files.copy(mods.resolve("picocli-4.7.7.jar"), mods.resolve("picocli-9.jar"));

        assertOneLine("info.picocli");
    }

    @Test
    void aMissingModuleIsNamed() throws Exception {
        Files.delete(mods.resolve("picocli-4.7.7.jar"));

        assertOneLine("info.picocli");
    }

    @Test
    void twoProvidersForOneTypeAreNamed() throws Exception {
        new ProbeJar("org.stranger.probe", "ollama").into(mods, folder);

        assertOneLine("org.stranger.probe", "nexus.probe.ollama");
    }

    @Test
    void aProbeForAnotherSpiIsNamedAndCostsItselfOnly() throws Exception {
        new ProbeJar("org.stranger.probe", "strange").ofAnotherSpiInto(mods, folder);

        var result =
                Program.run(folder, Use.environment(folder), Use.launcher(home).with("probes"));

        assertEquals(1, result.errLines().size(), result.err() + result.out());
        assertTrue(result.err().contains("org.stranger.probe"), result.err());
        assertTrue(result.out().contains("ollama"), result.out());
    }

    private void assertOneLine(String... named) throws Exception {
        var result =
                Program.run(folder, Use.environment(folder), Use.launcher(home).with("probes"));

        assertAll(
                () -> assertEquals(1, result.errLines().size(), result.err() + result.out()),
                () -> assertEquals(2, result.code()),
                () -> assertEquals("", result.out()));
        for (var name : named) {
            assertTrue(result.err().contains(name), result.err());
        }
    }
}
