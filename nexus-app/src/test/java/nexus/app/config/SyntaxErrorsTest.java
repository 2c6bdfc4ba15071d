package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntaxErrorsTest {

    @TempDir
    Path folder;

    @Test
    void afterASyntaxErrorNothingElseIsReported() {
        assertEquals(
                List.of("t.toml:3:6: not valid TOML: Unexpected '8...', expected . or ="),
                Given.problems("[server]\nbogus = 1\nport 8000\n"));
    }

    @Test
    void aKeyTwiceNamesTheFirstPlace() {
        assertEquals(
                List.of("t.toml:3:1: not valid TOML: port previously defined at line 2, column 1"),
                Given.problems("[server]\nport = 1\nport = 2\n"));
    }

    @Test
    void aBadEscapeInTheQuotedKeyOfATableIsAProblemNotACrash() {
        assertEquals(
                List.of("t.toml:2:3: not valid TOML: Invalid escape sequence '\\}'"),
                Given.problems("[server]\n[\"\\}\"]\n"));
    }

    @Test
    void bracketsNestedTooDeeplyAreAProblemNotACrash() {
        assertEquals(
                List.of("t.toml: arrays or tables are nested too deeply"),
                Given.problems("a = " + "[".repeat(200_000)));
    }

    @Test
    void aByteOrderMarkIsNoError() {
        assertEquals(9000, Given.config("\uFEFF[server]\nport = 9000").server().port());
    }

    @Test
    void aFileThatIsNotThereIsOneLine() {
        assertEquals(folder.resolve("no.toml") + ": no such file", message(folder.resolve("no.toml")));
        assertEquals(folder + ": is a directory, not a file", message(folder));
    }

    @Test
    void bytesThatAreNotUtf8AreFoundByPosition() throws IOException {
        byte[] bytes = "[server]\nhost = \"h?\"".getBytes(StandardCharsets.US_ASCII);
        bytes[bytes.length - 2] = (byte) 0xff;
        Path file = Files.write(folder.resolve("t.toml"), bytes);

        assertEquals(file + ":2:10: not UTF-8", message(file));
    }

    private static String message(Path file) {
        return assertThrows(ConfigException.class, () -> ConfigLoader.load(file, Overrides.NONE, Map.of(), Given.TYPES))
                .getMessage();
    }
}
