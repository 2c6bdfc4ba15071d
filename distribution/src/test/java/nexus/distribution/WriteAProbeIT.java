package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Follows `docs/write-a-probe.md` to the letter: its files are written, its commands run, its outputs compared.
class WriteAProbeIT {

    /// The words before a block, its language, its text.
    private static final Pattern BLOCK = Pattern.compile("(.*?)```([a-z]+)\n(.*?)```", Pattern.DOTALL);

    /// The file that a block is to become, named at the end of the words before it.
    private static final Pattern FILE = Pattern.compile("(?s).*`([^`]+)`:\\s*$");

    /// Port of the page's server; another one may have it here.
    private static final String PORT = "30000";

    /// A line that stands for any number of lines.
    private static final String REST = "...";

    private final String port;

    @TempDir
    Path folder;

    WriteAProbeIT() throws IOException {
        port = String.valueOf(StandIn.freePort());
    }

    /// The page's own server, should a step have failed before the page ends it.
    @AfterEach
    void endServer() throws IOException {
        var noted = folder.resolve("work/server.pid");
        if (Files.exists(noted)) {
            ProcessHandle.of(Long.parseLong(Files.readString(noted).strip())).ifPresent(ProcessHandle::destroy);
        }
    }

    @Test
    void everyStepDoesWhatThePageSays() throws Exception {
        var home = Packaged.copyTo(folder.resolve("my nexus"));
        var work = Files.createDirectory(folder.resolve("work"));
        var printed = "";
        int compared = 0;

        for (var block : blocks()) {
            switch (block.language()) {
                case "java", "json" -> Files.writeString(work.resolve(block.file()), block.text());
                case "sh" -> printed = run(work, home, block.text());
                case "text" -> {
                    assertPrinted(block.text(), printed);
                    compared++;
                }
                default -> throw new AssertionError("a block of the language " + block.language());
            }
        }

        assertTrue(compared >= 4, compared + " outputs compared");
    }

    private record Block(String before, String language, String text) {

        String file() {
            var file = FILE.matcher(before);
            assertTrue(file.matches(), "no file is named before:\n" + text);
            return file.group(1);
        }
    }

    private List<Block> blocks() throws IOException {
        var page = Files.readString(Packaged.HOME.resolve("docs/write-a-probe.md"));
        return BLOCK.matcher(page.replace(PORT, port))
                .results()
                .map(match -> new Block(match.group(1), match.group(2), match.group(3)))
                .toList();
    }

    /// With the page's variable, and the JDK of this test on the path.
    private static String run(Path work, Path home, String commands) throws Exception {
        var output = work.resolve("output.txt");
        var builder = new ProcessBuilder("sh", "-ec", commands)
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "NEXUS",
                        home.toString(),
                        "NEXUS_AOT",
                        "off",
                        "PATH",
                        System.getProperty("java.home") + "/bin:" + System.getenv("PATH")));
        var process = builder.start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), "still running: " + commands);
        assertEquals(0, process.exitValue(), commands + Files.readString(output));
        return Files.readString(output);
    }

    /// Times and which of them was the longest are another's on each machine.
    private static String comparable(String line) {
        return line.strip().replaceAll("^phases .*", "phases").replaceAll("[0-9]+(\\.[0-9]+)? ms", "# ms");
    }

    private static void assertPrinted(String expected, String printed) {
        var lines =
                new ArrayList<>(printed.lines().map(WriteAProbeIT::comparable).toList());
        boolean skipping = false;
        for (var line : expected.lines().map(WriteAProbeIT::comparable).toList()) {
            if (line.equals(REST)) {
                skipping = true;
                continue;
            }
            while (skipping && !lines.isEmpty() && !lines.getFirst().equals(line)) {
                lines.removeFirst();
            }
            assertEquals(line, lines.isEmpty() ? "" : lines.removeFirst(), printed);
            skipping = false;
        }
        assertTrue(skipping || lines.isEmpty(), "printed beyond what the page shows: " + lines);
    }
}
