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
                        "2:1: server.port: expected a whole number from 0 to 65535, without quotes, found \"8000\""),
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
                row(
                        "[server]\nzzz = 1",
                        "2:1: server.zzz: unknown key; known here: host, port, ready_min_healthy, admin_token_env, allowed_hosts, tls_cert_file, tls_key_file, state_file, reload_on_change"),
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

    private static Arguments row(String text, String line) {
        return Arguments.of(text, line);
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aWrongSectionIsOneLine(String text, String line) {
        assertEquals(List.of("t.toml:" + line), Given.problems(text));
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
                List.of(
                        "t.toml:2:1: health_check.interval_seconds: expected seconds from 0.05 to 86400, without quotes, found \"60\""),
                Given.problems("[health_check]\ninterval_seconds = \"60\"\nstartup_interval_seconds = 45"));
    }
}
