package nexus.app.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReplyTest {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

    @Test
    void everyAnswerOfTheDemoIsWholeAndItsLengthIsTrue() throws Exception {
        List<Path> files = recordings();
        assertTrue(files.size() >= 30, files.toString());

        for (var file : files) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            var length = LENGTH.matcher(text);
            assertTrue(text.startsWith("HTTP/1.1 ") && length.find(), file.toString());
            int body = text.length() - text.indexOf("\r\n\r\n") - 4;
            assertEquals(Integer.parseInt(length.group(1)), body, file.toString());
        }
    }

    @Test
    void theOriginOfEveryFolderIsTold() throws Exception {
        String origin = Files.readString(resources().resolve("ORIGIN.md"));

        for (var file : recordings()) {
            String folder = file.getParent().getFileName().toString();
            assertTrue(origin.contains("| `" + folder + "` |"), folder);
        }
    }

    @Test
    void aMissingRecordingIsAnErrorOfOurOwn() {
        assertThrows(DemoException.class, () -> Reply.recorded("ollama/nothing"));
    }

    private static List<Path> recordings() throws IOException, URISyntaxException {
        try (var files = Files.walk(resources())) {
            return files.filter(file -> file.toString().endsWith(".http")).toList();
        }
    }

    private static Path resources() throws URISyntaxException {
        return Path.of(Reply.class.getResource("ORIGIN.md").toURI()).getParent();
    }
}
