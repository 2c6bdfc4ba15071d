package nexus.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nexus.app.check.HandRun;
import nexus.app.registry.BackendSnapshot;

/// A program of its own with a low limit: checks a healthy backend, also while no file descriptor is left.
final class NoDescriptors {

    private static final String ONE = "one";

    private NoDescriptors() {}

    /// What a check without descriptors came to.
    static Seen inOwnProcess() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -n 250 && exec \"$0\" -Xmx64m -cp \"$1\" \"$2\"",
                        java,
                        classPath,
                        NoDescriptors.class.getName())
                .redirectErrorStream(true)
                .start();
        var lines = new String(process.getInputStream().readAllBytes()).strip().split("\n");
        assertEquals(4, lines.length, String.join("\n", lines));
        assertEquals("HEALTHY, failed 0", lines[3]);
        return new Seen(lines[0], lines[1], lines[2]);
    }

    public static void main(String[] args) throws Exception {
        warmUp();
        try (var stage = new Stage(null)) {
            var run = stage.start(List.of(stage.http(Scripts.FINE).named(ONE)));
            run.check(ONE);
            run.check(ONE);
            var without = withoutDescriptors(run);
            run.check(ONE);
            var after = run.check(ONE);
            var seen = Seen.of(without);
            System.out.println(seen.verdict() + "\n" + seen.cause() + "\n" + seen.fix());
            System.out.println(after.status() + ", failed " + after.failed());
        }
    }

    /// Whatever a void check needs is loaded while files can still be opened.
    private static void warmUp() throws Exception {
        try (var stage = new Stage(null)) {
            stage.bufferBudget(0);
            Seen seen = stage.check(stage.http(Scripts.forEver(Scripts.json(" ".repeat(20_000)))));
            assertEquals("void, looks like ConnectionFailed", seen.verdict());
        }
    }

    private static BackendSnapshot withoutDescriptors(HandRun run) throws IOException {
        List<FileInputStream> files = new ArrayList<>();
        try {
            while (true) {
                files.add(new FileInputStream("/dev/null"));
            }
        } catch (IOException e) {
            return run.check(ONE);
        } finally {
            for (var file : files) {
                file.close();
            }
        }
    }
}
