package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A reload reads the file while the old fleet is still there, in the heap that the program is shipped with.
class SmallHeapTest {

    @Test
    void tenThousandBackendsLoadTwiceInHalfTheShippedHeap(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("nexus.toml"), text(10_000));

        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();

        String said = new String(child.getInputStream().readAllBytes());
        assertEquals(0, child.waitFor(), said);
    }

    /// The child.
    public static void main(String[] args) {
        NexusConfig old = load(args[0]);
        NexusConfig now = load(args[0]);
        if (!old.equals(now) || now.backends().size() != 10_000) {
            throw new IllegalStateException("not the same");
        }
    }

    private static NexusConfig load(String file) {
        return ConfigLoader.load(Path.of(file), Overrides.NONE, Map.of(), Given.TYPES);
    }

    private static String text(int backends) {
        return IntStream.range(0, backends).mapToObj(SmallHeapTest::entry).collect(Collectors.joining());
    }

    private static String entry(int i) {
        return """
                [[backends]]
                name = "gpu-%1$d"
                url = "http://gpu-%1$d.cluster.example.com:8001"   # in rack %1$d
                type = "vllm"
                labels = { rack = "r%1$d", owner = "research" }
                timeout_seconds = 2.5
                """.formatted(i);
    }
}
