package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// One wrong thing a file, and the one line that the user gets.
class FileProblemsTest {

    static Stream<Arguments> sections() {
        return Stream.of(
                row(
                        "[server]\nport = \"8000\"",
                        "2:1: server.port: expected a whole number from 0 to 65535, found \"8000\""),
                row("[server]\nport = 65536", "2:1: server.port: expected a whole number from 0 to 65535, found 65536"),
                row("[server]\nport = -1", "2:1: server.port: expected a whole number from 0 to 65535, found -1"),
                row("[server]\nport = 80.5", "2:1: server.port: expected a whole number from 0 to 65535, found 80.5"),
                row(
                        "[server]\n  port = [1]",
                        "2:3: server.port: expected a whole number from 0 to 65535, found an array"),
                row(
                        "[server]\nhost = \"a:80\"",
                        "2:1: server.host: expected a host name or an IP address, without a port, found \"a:80\""),
                row(
                        "[server]\nhost = true",
                        "2:1: server.host: expected a host name or an IP address, without a port, found true"),
                row("[server]\nprot = 1", "2:1: server.prot: unknown key; did you mean \"port\"?"),
                row(
                        "[server]\ninterval_seconds = 1",
                        "2:1: server.interval_seconds: unknown key; it belongs under [health_check]"),
                row("[server]\nzzz = 1", "2:1: server.zzz: unknown key; known here: host, port, ready_min_healthy"),
                row("[sever]\nport = 1", "1:1: sever: unknown section; did you mean \"server\"?"),
                row("port = 1", "1:1: port: unknown key; it belongs under [server]"),
                row("[backend]\nname = \"a\"", "1:1: backend: unknown section; did you mean \"backends\"?"),
                row("server = 5", "1:1: server: expected a table, found a single value"),
                row("[[server]]", "1:1: server: expected a table, found an array"),
                row(
                        "[health_check]\nenabled = \"true\"",
                        "2:1: health_check.enabled: expected true or false, without quotes, found \"true\""),
                row(
                        "[health_check]\nenabled = 1",
                        "2:1: health_check.enabled: expected true or false, without quotes, found 1"),
                row(
                        "[health_check]\ninterval = 5",
                        "2:1: health_check.interval: unknown key; did you mean \"interval_seconds\"?"),
                row(
                        "[health_check]\ntimeout_ms = 5",
                        "2:1: health_check.timeout_ms: unknown key; did you mean \"timeout_seconds\"?"),
                row(
                        "[health_check]\ninterval_seconds = 0.04",
                        "2:1: health_check.interval_seconds: expected seconds from 0.05 to 86400, found 0.04"),
                row(
                        "[health_check]\ninterval_seconds = 1e300",
                        "2:1: health_check.interval_seconds: expected seconds from 0.05 to 86400, found 1.0E300"),
                row(
                        "[health_check]\ntimeout_seconds = 0",
                        "2:1: health_check.timeout_seconds: expected seconds from 0.001 to 3600, found 0"),
                row(
                        "[health_check]\ntimeout_seconds = nan",
                        "2:1: health_check.timeout_seconds: expected seconds from 0.001 to 3600, found NaN"),
                row(
                        "[health_check]\ntimeout_seconds = 3600.5",
                        "2:1: health_check.timeout_seconds: expected seconds from 0.001 to 3600, found 3600.5"),
                row(
                        "[health_check]\nfailure_threshold = 0",
                        "2:1: health_check.failure_threshold: expected a whole number from 1 to 1000, found 0"),
                row(
                        "[health_check]\nmax_body_bytes = 1000",
                        "2:1: health_check.max_body_bytes: expected a whole number from 1024 to 268435456, found 1000"),
                row(
                        "[health_check]\non_parse_error = \"alife\"",
                        "2:1: health_check.on_parse_error: expected one of fail, alive, found \"alife\"; did you mean \"alive\"?"),
                row(
                        "[health_check]\nstartup_interval_seconds = 31",
                        "2:1: health_check.startup_interval_seconds: expected at most interval_seconds, which is 30, found 31"),
                row(
                        "[health_check]\nstartup_interval_seconds = 0.6\ninterval_seconds = 0.5",
                        "2:1: health_check.startup_interval_seconds: expected at most interval_seconds, which is 0.5, found 0.6"),
                row(
                        "[logging]\nlevel = \"verbose\"",
                        "2:1: logging.level: expected one of trace, debug, info, warn, error, off, found \"verbose\""),
                row(
                        "[logging]\nformat = 2020-01-01",
                        "2:1: logging.format: expected one of pretty, json, found 2020-01-01"),
                row(
                        "[discovery]\nenabled = 0",
                        "2:1: discovery.enabled: expected true or false, without quotes, found 0"));
    }

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
                        "type = \"torch\"",
                        "6:1: backends[1].type: expected one of llamacpp, lmstudio, ollama, vllm, found \"torch\""),
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

    @ParameterizedTest
    @MethodSource("sections")
    void aWrongSectionIsOneLine(String text, String line) {
        assertEquals(List.of("t.toml:" + line), Given.problems(text));
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
    void allProblemsComeAtOnceInTheOrderOfTheFile() {
        String text = """
                [[backends]]
                url = "ftp://h"
                name = "a"
                type = "oolama"
                [server]
                port = 70000
                hots = "h"
                """;

        assertEquals(
                List.of(
                        "t.toml:2:1: backends[0].url: a URL starts with http:// or https://, found \"ftp://h\"",
                        "t.toml:4:1: backends[0].type: expected one of llamacpp, lmstudio, ollama, vllm, found \"oolama\"; did you mean \"ollama\"?",
                        "t.toml:6:1: server.port: expected a whole number from 0 to 65535, found 70000",
                        "t.toml:7:1: server.hots: unknown key; did you mean \"host\"?"),
                Given.problems(text));
    }

    @Test
    void aRefusedIntervalIsNotComparedWithTheStartupInterval() {
        assertEquals(
                List.of("t.toml:2:1: health_check.interval_seconds: expected seconds from 0.05 to 86400, found \"60\""),
                Given.problems("[health_check]\ninterval_seconds = \"60\"\nstartup_interval_seconds = 45"));
    }
}
