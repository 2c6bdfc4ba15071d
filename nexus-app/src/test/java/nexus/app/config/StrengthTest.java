package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Flag, environment, file, default: in this order of strength.
class StrengthTest {

    @TempDir
    Path folder;

    private static final Overrides FLAGS =
            new Overrides(Optional.of("::1"), Optional.of(1), Optional.of(false), Optional.of("error"));

    @Test
    void aFlagBeatsTheEnvironmentWhichBeatsTheFile() {
        String file = "[server]\nport = 3\nhost = \"c\"\nready_min_healthy = 3";
        var env = Map.of("NEXUS_SERVER_PORT", "2", "NEXUS_SERVER_HOST", "b");

        ServerConfig server = Samples.parsed("t", file, FLAGS, env, Map.of()).server();
        assertEquals(new ServerConfig("::1", 1, 3), server);
        assertEquals(new ServerConfig("b", 2, 3), Given.config(file, env).server());
        assertEquals(new ServerConfig("c", 3, 3), Given.config(file).server());
    }

    @Test
    void noHealthCheckBeatsTheVariable() {
        var env = Map.of("NEXUS_HEALTH_CHECK", "true", "NEXUS_LOG_LEVEL", "debug");

        NexusConfig config = Samples.parsed("t", "", FLAGS, env, Map.of());

        assertFalse(config.healthCheck().enabled());
        assertEquals(LoggingConfig.Level.ERROR, config.logging().level());
    }

    @Test
    void everyKeyOfASectionHasAVariable() throws IOException {
        Path cert = Files.writeString(folder.resolve("cert.pem"), TestCertificate.PEM);
        Path key = Files.writeString(folder.resolve("key.pem"), TestCertificate.NO_KEY);
        var env = new HashMap<String, String>();
        env.put("NEXUS_SERVER_HOST", "h");
        env.put("NEXUS_SERVER_PORT", "1");
        env.put("NEXUS_SERVER_READY_MIN_HEALTHY", "2");
        env.put("NEXUS_SERVER_ADMIN_TOKEN_ENV", "TOKEN");
        env.put("NEXUS_SERVER_ALLOWED_HOSTS", "nexus.example, Box");
        env.put("NEXUS_SERVER_TLS_CERT_FILE", cert.toString());
        env.put("NEXUS_SERVER_TLS_KEY_FILE", key.toString());
        env.put("NEXUS_SERVER_STATE_FILE", "/var/lib/nexus/state.toml");
        env.put("NEXUS_SERVER_RELOAD_ON_CHANGE", "yes");
        env.put("NEXUS_HEALTH_CHECK_ENABLED", "off");
        env.put("NEXUS_HEALTH_CHECK_INTERVAL_SECONDS", "9.5");
        env.put("NEXUS_HEALTH_CHECK_TIMEOUT_SECONDS", "8");
        env.put("NEXUS_HEALTH_CHECK_FAILURE_THRESHOLD", "7");
        env.put("NEXUS_HEALTH_CHECK_RECOVERY_THRESHOLD", "6");
        env.put("NEXUS_HEALTH_CHECK_STARTUP_INTERVAL_SECONDS", "5");
        env.put("NEXUS_HEALTH_CHECK_TRANSITION_INTERVAL_SECONDS", "4");
        env.put("NEXUS_HEALTH_CHECK_DOWN_INTERVAL_SECONDS", "3");
        env.put("NEXUS_HEALTH_CHECK_MAX_BODY_BYTES", "2048");
        env.put("NEXUS_HEALTH_CHECK_ON_PARSE_ERROR", "Alive");
        env.put("NEXUS_DISCOVERY_ENABLED", "yes");
        env.put("NEXUS_DISCOVERY_NETWORKS", "10.0.0.0/24,fd00::/64");
        env.put("NEXUS_HISTORY_ENABLED", "0");
        env.put("NEXUS_HISTORY_URL", "jdbc:postgresql://db/nexus");
        env.put("NEXUS_HISTORY_USER", "u");
        env.put("NEXUS_HISTORY_PASSWORD_ENV", "PASSWORD");
        env.put("NEXUS_HISTORY_MAX_EVENTS", "2000");
        env.put("NEXUS_LOGGING_LEVEL", "TRACE");
        env.put("NEXUS_LOGGING_FORMAT", "json");

        int settings = env.size() + 1; // NEXUS_HISTORY_FILE, which the URL excludes
        env.put("TOKEN", "a token of the admin");
        env.put("PASSWORD", "p");

        NexusConfig config = Given.config("", env);

        assertEquals(
                new ServerConfig(
                        "h",
                        1,
                        2,
                        Optional.of(new ServerConfig.AdminToken("TOKEN", new Secret("a token of the admin"))),
                        List.of("nexus.example", "box"),
                        Optional.of(new ServerConfig.Tls(cert, key)),
                        Optional.of(Path.of("/var/lib/nexus/state.toml")),
                        true),
                config.server());
        assertEquals(new DiscoveryConfig(true, List.of("10.0.0.0/24", "fd00::/64")), config.discovery());
        assertEquals(
                "HealthCheckConfig[enabled=false, timing=Timing[interval=PT9.5S, timeout=PT8S, startup=PT5S,"
                        + " transition=PT4S, down=PT3S], failureThreshold=7, recoveryThreshold=6, maxBodyBytes=2048,"
                        + " onParseError=ALIVE]",
                config.healthCheck().toString());
        assertEquals(
                new HistoryConfig(
                        false,
                        Optional.empty(),
                        Optional.of(new HistoryConfig.Server(
                                "jdbc:postgresql://db/nexus",
                                Optional.of("u"),
                                Optional.of(new HistoryConfig.Password("PASSWORD", new Secret("p"))))),
                        2000),
                config.history());
        assertEquals("LoggingConfig[level=TRACE, format=JSON]", config.logging().toString());
        assertEquals(new Schema(Map.of()).settings().size(), settings, "a new scalar belongs into this test");
    }

    @Test
    void nothingElseOfTheEnvironmentIsRead() {
        var env = Map.of(
                "SERVER_PORT",
                "1",
                "server.port",
                "2",
                "NEXUS_URL",
                "://",
                "NEXUS_SERVER_PROT",
                "x",
                "PORT",
                "3",
                "NEXUS_BACKENDS_0_URL",
                "http://evil",
                "CONFIG_PROFILE",
                "x",
                "LOGGING_LEVEL",
                "debug");

        assertEquals(Given.config(Given.BACKEND), Given.config(Given.BACKEND, env));
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "FALSE", "0", "no", "No", "off", "oFF"})
    void aBooleanOfTheEnvironmentHasManyForms(String text) {
        assertFalse(Given.config("", Map.of("NEXUS_HEALTH_CHECK", text))
                .healthCheck()
                .enabled());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "True", "1", "yes", "YES", "on"})
    void soHasTrue(String text) {
        var file = "[health_check]\nenabled = false";
        assertTrue(Given.config(file, Map.of("NEXUS_HEALTH_CHECK", text))
                .healthCheck()
                .enabled());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NEXUS_HEALTH_CHECK|maybe|health_check.enabled: expected true/false, 1/0, yes/no or on/off, found \"maybe\"",
                "NEXUS_HEALTH_CHECK|''|health_check.enabled: expected true/false, 1/0, yes/no or on/off, found \"\"",
                "NEXUS_SERVER_PORT|eighty|server.port: expected a whole number from 0 to 65535, found \"eighty\"",
                "NEXUS_SERVER_PORT|99999999999999999999|server.port: expected a whole number from 0 to 65535, found \"99999999999999999999\"",
                "NEXUS_HEALTH_CHECK_TIMEOUT_SECONDS|1e999999999|health_check.timeout_seconds: expected seconds from 0.001 to 3600, found \"1e999999999\"",
                "NEXUS_LOG_LEVEL|debugg|logging.level: expected one of trace, debug, info, warn, error, off, found \"debugg\"; did you mean \"debug\"?"
            })
    void aWrongVariableIsNamed(String variable, String value, String line) {
        assertEquals(List.of(variable + ": " + line), Given.problems("", Map.of(variable, value)));
    }

    @Test
    void aWrongFlagIsNamedAndFileProblemsComeFirst() {
        var flags = new Overrides(Optional.empty(), Optional.of(70000), Optional.empty(), Optional.of("loud"));

        assertEquals(
                List.of(
                        "t.toml:1:1: a: unknown key; known here: server, health_check, discovery, history, logging, notify, backends",
                        "--port: server.port: expected a whole number from 0 to 65535, found 70000",
                        "--log-level: logging.level: expected one of trace, debug, info, warn, error, off, found \"loud\""),
                Given.problems("a = 1", Map.of(), flags));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "debug|DEBUG",
                "DEBUG|DEBUG",
                "nexus=debug|DEBUG",
                "info,nexus::health=debug|DEBUG",
                "warn, nexus = trace|TRACE",
                "debug,nexus=warn|WARN",
                "nexus|TRACE",
                "health=warn|WARN",
                "hyper=off,tokio=trace|INFO",
                "error,hyper=debug|ERROR",
                "nexus=loud|INFO",
                "''|INFO",
                ",,=,/|INFO",
                "debug/regex=trace|DEBUG",
                "nexusx=debug|INFO",
                "off|OFF"
            })
    void rustLogIsReadForWhatItSaysAboutNexus(String text, LoggingConfig.Level level) {
        assertEquals(level, Given.config("", Map.of("RUST_LOG", text)).logging().level());
    }

    @Test
    void rustLogIsWeakerThanOurOwnVariablesAndStrongerThanTheFile() {
        String file = "[logging]\nlevel = \"warn\"";
        var env = new HashMap<>(Map.of("RUST_LOG", "trace"));
        assertEquals(
                LoggingConfig.Level.TRACE, Given.config(file, env).logging().level());
        env.put("NEXUS_LOGGING_LEVEL", "debug");
        assertEquals(
                LoggingConfig.Level.DEBUG, Given.config(file, env).logging().level());
        env.put("NEXUS_LOG_LEVEL", "error");
        assertEquals(
                LoggingConfig.Level.ERROR, Given.config(file, env).logging().level());
    }
}
