package nexus.distribution;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The cache that `bin/nexus` has made behind the user's back: used where it fits, and never heard of where not.
class AotCacheIT {

    /// With it the JVM ends, with words, where it can't use the cache.
    private static final String REQUIRED = "-XX:AOTMode=on";

    private static final String PRINTED = "nexus " + Packaged.VERSION + "\n";

    @TempDir
    Path folder;

    @Test
    void isMadeAtTheFirstStartUsedAtTheSecondAndMadeAgainWhenModsHaveChanged() throws Exception {
        var home = Packaged.copyTo(folder.resolve("my nexus"));

        // when it starts for the first time, then the cache appears
        var first = awaitCache(home);

        // then the second start uses it
        assertEquals(
                PRINTED, start(home, Map.of("NEXUS_JAVA_OPTIONS", REQUIRED)).out());

        // when a jar came into mods, then it starts all the same, and the cache is made anew
        var made = Files.getLastModifiedTime(first);
        new ProbeJar("org.stranger.probe", "strange").into(home.resolve("mods"), folder);
        Files.delete(first);
        assertNotEquals(made, Files.getLastModifiedTime(awaitCache(home)));
        assertEquals(
                PRINTED, start(home, Map.of("NEXUS_JAVA_OPTIONS", REQUIRED)).out());
    }

    @Test
    void oneThatIsBrokenIsNeitherUsedNorSpokenOf() throws Exception {
        var home = Packaged.copyTo(folder.resolve("nexus"));
        var cache = awaitCache(home);
        var whole = Files.readAllBytes(cache);

        for (var broken : new byte[][] {{}, "no cache".getBytes(), java.util.Arrays.copyOf(whole, whole.length / 2)}) {
            Files.write(cache, broken);

            assertPlain(start(home, Map.of()));
        }
    }

    @Test
    void offIsOff() throws Exception {
        assertPlain(start(Packaged.HOME, Map.of("NEXUS_AOT", "off")));

        assertEquals(Optional.empty(), found(".aot"));
        assertEquals(Optional.empty(), found(".making"));
    }

    private static void assertPlain(Program.Result result) {
        assertEquals(PRINTED, result.out());
        assertEquals("", result.err());
        assertEquals(0, result.code());
    }

    /// Starts once and waits until the rehearsal that it began is over.
    private Path awaitCache(Path home) throws Exception {
        var caches = Files.createDirectories(folder.resolve(".cache/nexus"));
        try (var watch = caches.getFileSystem().newWatchService()) {
            caches.register(watch, ENTRY_CREATE);
            assertPlain(start(home, Map.of()));
            while (found(".aot").isEmpty()) {
                var key = watch.poll(60, TimeUnit.SECONDS);
                assertTrue(key != null, "no cache within a minute");
                key.pollEvents();
                key.reset();
            }
        }
        return found(".aot").orElseThrow();
    }

    private Program.Result start(Path home, Map<String, String> more) throws Exception {
        var environment = new HashMap<>(Use.environment(folder));
        environment.remove("NEXUS_AOT");
        environment.putAll(more);
        return Program.run(folder, environment, Use.launcher(home).with("--version"));
    }

    private Optional<Path> found(String ending) throws Exception {
        var caches = folder.resolve(".cache/nexus");
        if (!Files.isDirectory(caches)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(caches)) {
            return files.filter(file -> file.toString().endsWith(ending)).findFirst();
        }
    }
}
