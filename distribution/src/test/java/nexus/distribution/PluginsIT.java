package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Jars in `plugins/`: each in a module layer of its own, so that whatever is wrong with one costs that one only, in
/// one line.
class PluginsIT {

    @TempDir
    Path folder;

    private Path home;
    private Path plugins;

    @BeforeEach
    void copyWithAGoodPlugin() throws Exception {
        home = Packaged.copyTo(folder.resolve("my nexus"));
        plugins = Files.createDirectories(home.resolve("plugins"));
        new ProbeJar("org.stranger.probe", "strange").into(plugins, folder);
    }

    @Test
    void aJarLaidThereIsListedAndUsed() throws Exception {
        var listed = probes();

        assertTrue(listed.out().contains("org.stranger.probe-1.2.3.jar"), listed.out() + listed.err());
        assertEquals("", listed.err());

        // and when it watches a backend
        try (var backend = StandIn.answering("/x", "anything")) {
            backend.configIn(folder, "strange");
            try (var running = Program.start(
                    folder, Use.environment(folder), Use.launcher(home).with("serve"))) {
                running.await("old=Unknown new=Healthy");
            }
        }
    }

    @Test
    void aFileThatIsNoJar() throws Exception {
        Files.writeString(plugins.resolve("broken.jar"), "this is no zip file");

        assertOneLineAndTheOthersWork("broken.jar");
    }

    @Test
    void aJarWithoutAProbe() throws Exception {
        Files.copy(home.resolve("mods/picocli-4.7.7.jar"), plugins.resolve("picocli.jar"));

        assertOneLineAndTheOthersWork("picocli.jar", "provides nexus.spi.BackendProbe");
    }

    @Test
    void aModuleThatItNeedsIsMissing() throws Exception {
        var needed = ModuleJar.write(
                folder.resolve("needed.jar"), folder, Map.of("module-info.java", "module org.needed { }"), List.of());
        ModuleJar.write(
                plugins.resolve("needy.jar"),
                folder,
                Map.of("module-info.java", "module org.needy { requires org.needed; }"),
                List.of(needed));

        assertOneLineAndTheOthersWork("needy.jar", "org.needed");
    }

    @Test
    void aTypeThatIsTakenByNexusOrAnotherPlugin() throws Exception {
        new ProbeJar("org.thief.probe", "ollama").into(plugins, folder);

        assertOneLineAndTheOthersWork("org.thief.probe", "\"ollama\"", "nexus.probe.ollama");
    }

    @Test
    void aProbeForAnotherSpi() throws Exception {
        new ProbeJar("org.old.probe", "old").ofAnotherSpiInto(plugins, folder);

        assertOneLineAndTheOthersWork("org.old.probe");
    }

    @Test
    void anSpiOfItsOwn() throws Exception {
        Files.copy(Packaged.spiJar(), plugins.resolve("spi.jar"));

        assertOneLineAndTheOthersWork("spi.jar", "nexus.spi");
    }

    @Test
    void aModuleOfANameThatNexusHasIsThePluginsOwn() throws Exception {
        // given a plugin of two jars, one of which is another picocli
        var plugin = Files.createDirectories(plugins.resolve("two-jars"));
        new ProbeJar("org.other.probe", "other").into(plugin, folder);
        ModuleJar.write(
                plugin.resolve("picocli-9.jar"),
                folder,
                Map.of(
                        "module-info.java", "module info.picocli { exports picocli; }",
                        "CommandLine.java", "package picocli; public class CommandLine { }"),
                List.of());

        // then it is used, and Nexus's command line is as it was
        var listed = probes();
        assertTrue(listed.out().contains("org.other.probe-1.2.3.jar"), listed.out() + listed.err());
        assertEquals("", listed.err());
    }

    @Test
    void aJarThatWasCutShort() throws Exception {
        var whole = Files.readAllBytes(new ProbeJar("org.cut.probe", "cut").into(folder, folder));
        Files.write(plugins.resolve("cut.jar"), Arrays.copyOf(whole, whole.length / 2));

        assertOneLineAndTheOthersWork("cut.jar");
    }

    @Test
    void aClassThatIsNone() throws Exception {
        var jar = new ProbeJar("org.garbled.probe", "garbled").into(plugins, folder);
        try (var inside = FileSystems.newFileSystem(jar)) {
            Files.writeString(inside.getPath("org/garbled/probe/TheProbe.class"), "no class at all");
        }

        assertOneLineAndTheOthersWork("org.garbled.probe", "ClassFormatError");
    }

    @Test
    void aProbeThatNeverComesToBe() throws Exception {
        ModuleJar.write(
                plugins.resolve("never.jar"),
                folder,
                Map.of("module-info.java", provider("org.never", ""), "TheProbe.java", """
                        package org.never;
                        public final class TheProbe implements nexus.spi.BackendProbe {
                            public TheProbe() { while (true) { Thread.onSpinWait(); } }
                            public String type() { return "never"; }
                            public nexus.spi.Question question() { return null; }
                        }
                        """),
                List.of(Packaged.spiJar()));

        assertOneLineAndTheOthersWork("never.jar", "took longer than 5000 ms");
    }

    @Test
    void twoVersionsOfOneLibraryInTwoPlugins() throws Exception {
        layDownWithLibrary("first");
        layDownWithLibrary("second");

        var listed = probes();
        assertEquals("", listed.err());
        assertTrue(listed.out().contains("typefirst") && listed.out().contains("typesecond"), listed.out());
    }

    /// A plugin of two jars: its type is what its own version of a library says.
    private void layDownWithLibrary(String version) throws Exception {
        var plugin = Files.createDirectories(plugins.resolve(version));
        var work = Files.createDirectories(folder.resolve(version));
        var library = ModuleJar.write(
                plugin.resolve("library.jar"),
                work,
                Map.of("module-info.java", "module org.library { exports org.library; }", "Library.java", """
                        package org.library;
                        public final class Library { public static String version() { return "%s"; } }
                        """.formatted(
                                version)),
                List.of());
        var module = "org.user." + version;
        ModuleJar.write(
                plugin.resolve("probe.jar"),
                work,
                Map.of("module-info.java", provider(module, "requires org.library;"), "TheProbe.java", """
                        package %s;
                        import nexus.spi.*;
                        public final class TheProbe implements BackendProbe {
                            public String type() { return "type" + org.library.Library.version(); }
                            public Question question() { return Question.get("/", answer -> Reading.ready()); }
                        }
                        """.formatted(
                                module)),
                List.of(Packaged.spiJar(), library));
    }

    private static String provider(String module, String more) {
        return "module %s { requires nexus.spi; %s provides nexus.spi.BackendProbe with %s.TheProbe; }"
                .formatted(module, more, module);
    }

    private Program.Result probes() throws Exception {
        return Program.run(folder, Use.environment(folder), Use.launcher(home).with("probes"));
    }

    private void assertOneLineAndTheOthersWork(String... named) throws Exception {
        var result = probes();

        assertAll(
                () -> assertEquals(1, result.errLines().size(), result.err() + result.out()),
                () -> assertEquals(0, result.code()),
                () -> assertTrue(result.out().contains("org.stranger.probe-1.2.3.jar"), result.out()));
        for (var name : named) {
            assertTrue(result.err().contains(name), result.err());
        }
    }
}
