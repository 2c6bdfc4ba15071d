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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void whatPowerShellWritesIsNamed() throws IOException {
        Path file = Files.write(folder.resolve("t.toml"), "\uFEFF[server]".getBytes(StandardCharsets.UTF_16LE));

        assertEquals(
                file + ":1:1: not UTF-8 but UTF-16, as Windows PowerShell's > writes it: save it as UTF-8",
                message(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name = gpu-1|t.toml:1:8: not valid TOML: Unexpected 'g', expected a string in quotes, a number, a boolean, a date/time, an array, or a table",
                "name = \u201Cgpu-1\u201D|t.toml:1:8: not valid TOML: Unexpected '\\...', expected a string in quotes, a number, a boolean, a date/time, an array, or a table; the quotes of TOML are straight: \" or '"
            })
    void whatIsNotQuotedAsTomlWantsItIsToldSo(String line, String problem) {
        assertEquals(List.of(problem), Given.problems(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[server] & port = \"8000\"|t.toml:2:1: server.port: expected a whole number from 0 to 65535, without quotes, found \"8000\"",
                "[server] & port = \"80x\"|t.toml:2:1: server.port: expected a whole number from 0 to 65535, found \"80x\"",
                "[health_check] & timeout_seconds = \"2.5\"|t.toml:2:1: health_check.timeout_seconds: expected seconds from 0.001 to 3600, without quotes, found \"2.5\"",
                "[health_check] & timeout_seconds = \"5s\"|t.toml:2:1: health_check.timeout_seconds: expected seconds from 0.001 to 3600, found \"5s\"",
                "[[backends]] & name = \"a\" & type = \"vllm\" & url = \"10.0.0.5:8001\"|t.toml:4:1: backends[0].url: a URL starts with http:// or https://, found \"10.0.0.5:8001\""
            })
    void whatIsNearlyRightIsToldHowItWouldBe(String text, String problem) {
        assertEquals(List.of(problem), Given.problems(text.replace(" & ", "\n")));
    }

    private static String message(Path file) {
        return assertThrows(ConfigException.class, () -> ConfigLoader.load(file, Overrides.NONE, Map.of(), Given.TYPES))
                .getMessage();
    }
}
