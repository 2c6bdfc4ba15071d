package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One wrong thing in a backend, and the one line that the user gets.
class BackendProblemsTest {

    static Stream<Arguments> backends() {
        return Stream.of(
                row(
                        "name = \"b c\"",
                        "6:1: backends[1].name: expected 1 to 64 of the characters A-Z a-z 0-9 . _ -, found \"b c\""),
                row(
                        "name = \"" + "x".repeat(65) + "\"",
                        "6:1: backends[1].name: expected 1 to 64 of the characters A-Z a-z 0-9 . _ -, found \""
                                + "x".repeat(65) + "\""),
                row("name = \"a\"", "6:1: backends[1].name: \"a\" is taken: the backend at line 2 has this name"),
                row(
                        "url = \"gpu-1:8001\"",
                        "6:1: backends[1].url: a URL starts with http:// or https://, found \"gpu-1:8001\""),
                row("url = \"http://h:0\"", "6:1: backends[1].url: a port is 1 to 65535, found \"http://h:0\""),
                row("url = \"http://h:99999\"", "6:1: backends[1].url: a port is 1 to 65535, found \"http://h:99999\""),
                row(
                        "url = \"http://a b\"",
                        "6:1: backends[1].url: not a URL: Illegal character in authority at character 9, found \"http://a b\""),
                row("url = 1", "6:1: backends[1].url: expected a URL like \"http://gpu-1:8001\", found 1"),
                row(
                        "type = \"olama\"",
                        "6:1: backends[1].type: expected one of llamacpp, lmstudio, ollama, vllm, found \"olama\"; did you mean \"ollama\"?"),
                row(
                        "type = \"vLLM\"",
                        "6:1: backends[1].type: expected one of llamacpp, lmstudio, ollama, vllm, found \"vLLM\"; did you mean \"vllm\"?"),
                row(
                        "type = \"llama\"",
                        "6:1: backends[1].type: expected one of llamacpp, lmstudio, ollama, vllm, found \"llama\"; did you mean \"llamacpp\"?"),
                row(
                        "type = \"torch\"",
                        "6:1: backends[1].type: expected one of llamacpp, lmstudio, ollama, vllm, found \"torch\"; plugins are loaded when Nexus starts"),
                row("backend_type = \"vllm\"", "6:1: backends[1].backend_type: unknown key; did you mean \"type\"?"),
                row(
                        "port = 1",
                        "6:1: backends[1].port: unknown key; known here: name, url, type, priority, enabled, labels, api_key_env, headers, interval_seconds, timeout_seconds, failure_threshold, recovery_threshold, health_path, on_parse_error, tls"),
                row("priority = -1", "6:1: backends[1].priority: expected a whole number from 0 to 1000000, found -1"),
                row("labels = { gpus = 4 }", "6:12: backends[1].labels.gpus: expected a string, found 4"),
                row("labels = \"x\"", "6:1: backends[1].labels: expected a table, found a single value"),
                row("labels = { \"\" = \"x\" }", "6:12: backends[1].labels: a label's name has 1 to 64 characters"),
                row("labels = { \"a.b\" = 1 }", "6:12: backends[1].labels.\"a.b\": expected a string, found 1"),
                row(
                        "health_path = \"health\"",
                        "6:1: backends[1].health_path: expected a path like \"/health\", printable ASCII, found \"health\""),
                row(
                        "health_path = \"/a b\"",
                        "6:1: backends[1].health_path: expected a path like \"/health\", printable ASCII, found \"/a b\""),
                row("tls = { ca = \"x\" }", "6:9: backends[1].tls.ca: unknown key; did you mean \"ca_file\"?"),
                row(
                        "tls = { insecure = \"no\" }",
                        "6:9: backends[1].tls.insecure: expected true or false, without quotes, found \"no\""),
                row(
                        "tls = { ca_file = \"/no/such/file\" }",
                        "6:9: backends[1].tls.ca_file: \"/no/such/file\" is no file"),
                row(
                        "api_key_env = \"NOT_SET\"",
                        "6:1: backends[1].api_key_env: the environment variable NOT_SET is not set"),
                row(
                        "headers = { X-A = \"env:NOT_SET\" }",
                        "6:13: backends[1].headers.X-A: the environment variable NOT_SET is not set"),
                row("headers = { Host = \"x\" }", "6:13: backends[1].headers: Nexus sends this header itself"),
                row(
                        "headers = { X-A = \"1\", x-a = \"2\" }",
                        "6:24: backends[1].headers.x-a: this header stands here already: case makes no difference"));
    }

    private static Arguments row(String text, String line) {
        return Arguments.of(text, line);
    }

    /// The second backend of two; a key that stands in both of its parts replaces the required one.
    @ParameterizedTest
    @MethodSource("backends")
    void aWrongBackendIsOneLine(String key, String line) {
        String required = "name = \"b\"\nurl = \"http://h\"\ntype = \"vllm\"\n";
        String word = key.substring(0, key.indexOf(' ') + 1);
        String others = required.lines().filter(l -> !l.startsWith(word)).reduce("", (a, b) -> a + b + "\n");

        assertEquals(List.of("t.toml:" + line), Given.problems(Given.BACKEND + "[[backends]]\n" + key + "\n" + others));
    }

    @Test
    void whatIsRequiredIsReportedAtItsBackend() {
        assertEquals(
                List.of(
                        "t.toml:1:1: backends[0].name: is missing",
                        "t.toml:1:1: backends[0].type: is missing",
                        "t.toml:1:1: backends[0].url: is missing"),
                Given.problems("[[backends]]"));
    }

    @ParameterizedTest
    @MethodSource("notBackends")
    void backendsOfAnotherFormAreExplained(String text, String line) {
        assertEquals(List.of("t.toml:" + line), Given.problems(text));
    }

    static Stream<Arguments> notBackends() {
        return Stream.of(
                row(
                        "[backends]\nname = \"a\"",
                        "1:1: backends: expected [[backends]], two brackets a backend, found a table"),
                row(
                        "backends = 5",
                        "1:1: backends: expected [[backends]], two brackets a backend, found a single value"),
                row("backends = [ 5 ]", "1:14: backends[0]: expected a table, found 5"));
    }

    @Test
    void absurdNumbersOfEntriesAreRefused() {
        String labels =
                IntStream.range(0, 65).mapToObj(i -> "l" + i + " = \"\"").collect(Collectors.joining(", "));

        assertEquals(
                List.of("t.toml:5:1: backends[0].labels: expected at most 64 entries, found 65"),
                Given.problems(Given.BACKEND + "labels = {" + labels + "}"));
        assertEquals(
                "t.toml:1:1: backends: expected at most 50000 backends, found 50001",
                Given.problems("[[backends]]\n".repeat(50_001)).getFirst());
    }

    @Test
    void aProblemFarDownTheFileIsAtItsPlace() {
        String text = IntStream.range(0, 300)
                .mapToObj(i -> Given.BACKEND.replace("\"a\"", "\"a" + (i == 299 ? 128 : i) + "\""))
                .collect(Collectors.joining());

        assertEquals(
                List.of("t.toml:1198:1: backends[299].name: \"a128\" is taken: the backend at line 514 has this name"),
                Given.problems(text));
    }
}
