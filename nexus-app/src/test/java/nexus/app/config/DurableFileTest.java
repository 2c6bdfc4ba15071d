package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {

    private static final int WRITES = 60;

    /// What a reader sees is what a crash at that moment would leave.
    @Test
    void atAnyMomentTheFileIsTheOldOneOrTheNewOne(@TempDir Path folder) throws Exception {
        Path path = folder.resolve("state");
        var file = new DurableFile(path);
        file.replace(content('a'));
        var done = new AtomicBoolean();
        CompletableFuture<String> broken = CompletableFuture.supplyAsync(() -> firstBroken(path, done));

        for (int i = 0; i < WRITES; i++) {
            file.replace(content((char) ('a' + i % 26)));
        }

        done.set(true);
        assertEquals("", broken.get());
    }

    private static String firstBroken(Path path, AtomicBoolean done) {
        try {
            while (!done.get()) {
                String text = Files.readString(path, StandardCharsets.ISO_8859_1);
                if (text.isEmpty() || !text.equals(new String(content(text.charAt(0)), StandardCharsets.ISO_8859_1))) {
                    return "broken at " + text.length() + " characters";
                }
            }
            return "";
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static byte[] content(char letter) {
        var bytes = new byte[200_000 + letter];
        Arrays.fill(bytes, (byte) letter);
        return bytes;
    }
}
