package nexus.distribution;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The caches that `bin/nexus` has made behind the user's back: used where they fit, and never heard of where not.
class AotCacheIT {

    /// With it the JVM ends, with words, where it can't use the cache.
    private static final Map<String, String> REQUIRED = Map.of("NEXUS_JAVA_OPTIONS", "-XX:AOTMode=on");

    private static final String PRINTED = "nexus " + Packaged.VERSION + "\n";

    /// The first version of class files that have stack maps (Java 6): the JVM keeps no older ones.
    private static final int FIRST_TO_BE_KEPT = 50;

    @TempDir
    Path folder;

    @Test
    void areMadeAtTheFirstStartUsedAtTheSecondAndMadeAgainWhenModsHaveChanged() throws Exception {
        var home = Packaged.copyTo(folder.resolve("my nexus"));

        // when it starts for the first time, then the caches appear
        awaitCaches(home);
        var first = Files.getLastModifiedTime(commands(home));

        // then the second start uses them
        assertPlain(start(home, REQUIRED));
        assertServes(home, REQUIRED);

        // when a jar came into mods, then it starts all the same, and the caches are made anew
        new ProbeJar("org.stranger.probe", "strange").into(home.resolve("mods"), folder);
        Files.delete(commands(home));
        Files.delete(serve(home));
        awaitCaches(home);
        assertNotEquals(first, Files.getLastModifiedTime(commands(home)));
        assertPlain(start(home, REQUIRED));
    }

    @Test
    void areMadeAtOnceAfterARehearsalThatWasKilled() throws Exception {
        var home = Packaged.copyTo(folder.resolve("nexus"));
        var killed = new ProcessBuilder("true").start();
        killed.waitFor();
        var making = Files.createDirectories(cacheOf(home).resolve("making"));
        Files.writeString(making.resolve("maker"), killed.pid() + "\n");

        awaitCaches(home);

        assertPlain(start(home, REQUIRED));
    }

    @Test
    void onesThatAreBrokenAreNeitherUsedNorSpokenOf() throws Exception {
        var home = Packaged.copyTo(folder.resolve("nexus"));
        awaitCaches(home);
        var whole = Files.readAllBytes(commands(home));

        for (var broken : new byte[][] {{}, "no cache".getBytes(), Arrays.copyOf(whole, whole.length / 2)}) {
            Files.write(commands(home), broken);
            Files.write(serve(home), broken);

            assertPlain(start(home, Map.of()));
        }
        assertServes(home, Map.of());
    }

    @Test
    void optionsThatDoNotFitThemCostTimeOnly() throws Exception {
        var home = Packaged.copyTo(folder.resolve("nexus"));
        awaitCaches(home);

        for (var options : List.of(
                "-XX:+UseG1GC",
                "-XX:+UseParallelGC -Xmx1g",
                "-XX:+UseZGC",
                "-Xmx1g",
                "-Xmx40g",
                "-XX:-UseCompressedOops",
                "--add-modules=java.sql",
                "--limit-modules=nexus.app,jdk.zipfs",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dsome=thing")) {
            assertPlain(start(home, Map.of("NEXUS_JAVA_OPTIONS", options)));
        }
        assertServes(home, Map.of("NEXUS_JAVA_OPTIONS", "-XX:+UseParallelGC -Xmx1g"));
    }

    @Test
    void offIsOff() throws Exception {
        assertPlain(start(Packaged.HOME, Map.of("NEXUS_AOT", "off")));

        for (var made : List.of("commands.aot", "serve.aot", "making")) {
            assertFalse(Files.exists(cacheOf(Packaged.HOME).resolve(made)), made);
        }
    }

    @Test
    void noJarHasClassesThatAreTooOldToBeKept() throws Exception {
        var old = new ArrayList<String>();
        for (var jar : Packaged.jars()) {
            try (var file = new JarFile(jar.toFile())) {
                for (var entry : file.stream()
                        .filter(it -> it.getName().endsWith(".class"))
                        .toList()) {
                    byte[] head = file.getInputStream(entry).readNBytes(8);
                    if ((head[6] & 0xff) * 256 + (head[7] & 0xff) < FIRST_TO_BE_KEPT) {
                        old.add(jar.getFileName() + ": " + entry.getName());
                    }
                }
            }
        }
        assertEquals(List.of(), old, "distribution's Complete.java gives stack maps to such");
    }

    private static void assertPlain(Program.Result result) {
        assertEquals("", result.err());
        assertEquals(PRINTED, result.out());
        assertEquals(0, result.code());
    }

    private void assertServes(Path home, Map<String, String> more) throws Exception {
        var config = Files.writeString(folder.resolve("nexus.toml"), "[history]\nenabled = false\n");
        var command = Use.launcher(home).with("serve", "--port", "0", "-c", config.toString());
        try (var nexus = Program.start(folder, environment(more), command)) {
            nexus.await("nexus: started");
            nexus.terminate();
            var result = nexus.end();
            assertTrue(result.out().startsWith("Nexus listens on "), result.out());
            assertTrue(result.errLines().stream().allMatch(line -> line.matches("\\S+Z (INFO|WARN) .*")), result.err());
        }
    }

    /// Starts once and waits until the rehearsal that it began is over.
    private void awaitCaches(Path home) throws Exception {
        var caches = Files.createDirectories(cacheOf(home));
        try (var watch = caches.getFileSystem().newWatchService()) {
            caches.register(watch, ENTRY_CREATE);
            assertPlain(start(home, Map.of()));
            while (!Files.exists(commands(home)) || !Files.exists(serve(home))) {
                var key = watch.poll(120, TimeUnit.SECONDS);
                assertTrue(key != null, "no cache within two minutes");
                key.pollEvents();
                key.reset();
            }
        }
    }

    private Program.Result start(Path home, Map<String, String> more) throws Exception {
        return Program.run(folder, environment(more), Use.launcher(home).with("--version"));
    }

    private Map<String, String> environment(Map<String, String> more) throws Exception {
        var environment = new HashMap<>(Use.environment(folder));
        environment.remove("NEXUS_AOT");
        environment.putAll(more);
        return environment;
    }

    private Path commands(Path home) throws Exception {
        return cacheOf(home).resolve("commands.aot");
    }

    private Path serve(Path home) throws Exception {
        return cacheOf(home).resolve("serve.aot");
    }

    private Path cacheOf(Path home) throws Exception {
        return folder.resolve(".cache/nexus" + home.toRealPath());
    }
}
