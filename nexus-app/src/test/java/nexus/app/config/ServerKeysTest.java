package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The keys of `[server]` that say who may do what, and where Nexus keeps things.
class ServerKeysTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "admin_token_env = \"TOKEN\"|the environment variable TOKEN is not set",
                "admin_token_env = \"EMPTY\"|the environment variable EMPTY is set, but empty",
                "admin_token_env = \"LINES\"|the environment variable LINES holds what no header can carry: only printable ASCII",
                "admin_token_env = \"SHORT\"|the environment variable SHORT holds a token that is too short: expected at least 16 characters, as \"openssl rand -hex 16\" makes them",
                "admin_token_env = \"a-token-of-mine\"|expected the name of an environment variable, not the secret itself (the value is not shown)",
                "allowed_hosts = \"x\"|expected an array of at most 256 strings, each a host name or an IP address, without a port, found \"x\"",
                "allowed_hosts = [1]|expected an array of strings, each a host name or an IP address, without a port, found 1 in it",
                "allowed_hosts = [\"x:80\"]|expected an array of strings, each a host name or an IP address, without a port, found \"x:80\" in it",
                "allowed_hosts = [\"a,b\"]|expected an array of strings, each a host name or an IP address, without a port, found \"a,b\" in it",
                "tls_cert_file = \"c.pem\"|tls_cert_file and tls_key_file go together: set both, or none",
                "tls_key_file = \"c.pem\"|tls_cert_file and tls_key_file go together: set both, or none",
                "state_file = \" \"|expected the name of a file, found \" \"",
                "reload_on_change = 1|expected true or false, without quotes, found 1"
            })
    void aWrongKeyIsOneLine(String line, String message) {
        var env = Map.of("EMPTY", "", "LINES", "0123456789abcdef\n", "SHORT", "0123456789abcde");

        assertEquals(
                List.of("t.toml:2:1: server." + line.substring(0, line.indexOf(' ')) + ": " + message),
                Given.problems("[server]\n" + line, env));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, true",
        "192.168.1.7/32, true",
        "fd00::/64, true",
        "::/0, true",
        "10.0.0.0, false",
        "10.0.0.0/33, false",
        "10.0.0.256/24, false",
        "10.0.0/24, false",
        "fd00::/129, false",
        "lan/24, false"
    })
    void aNetworkIsAnAddressAndALength(String text, boolean accepted) {
        String file = "[discovery]\nnetworks = [\"" + text + "\"]";

        if (accepted) {
            assertEquals(List.of(text), Given.config(file).discovery().networks());
        } else {
            assertEquals(1, Given.problems(file).size());
        }
    }

    @Test
    void hostsAreComparedInLowerCaseAndIpv6WithoutBrackets() {
        assertEquals(
                List.of("nexus.example", "::1"),
                Given.config("[server]\nallowed_hosts = [\"Nexus.Example\", \"[::1]\", \"nexus.example\"]")
                        .server()
                        .allowedHosts());
    }

    @Test
    void anEmptyVariableIsAnEmptyList() {
        var env = Map.of("NEXUS_SERVER_ALLOWED_HOSTS", "");

        assertEquals(
                List.of(),
                Given.config("[server]\nallowed_hosts = [\"x\"]", env).server().allowedHosts());
    }

    @Test
    void theTokenIsNeverPrinted() {
        var config = Given.config("[server]\nadmin_token_env = \"TOKEN\"", Map.of("TOKEN", "0123456789abcdef"));

        assertEquals(
                "0123456789abcdef",
                config.server().adminToken().orElseThrow().token().reveal());
        assertFalse(config.toString().contains("0123456789abcdef"));
    }

    @Test
    void filesAreRelativeToTheConfigurationFile() throws IOException {
        Path cert = Files.writeString(folder.resolve("c.pem"), TestCertificate.PEM);
        Path key = Files.writeString(folder.resolve("k.pem"), TestCertificate.NO_KEY);

        ServerConfig server = load("tls_cert_file = \"c.pem\"\ntls_key_file = \"./k.pem\"\nstate_file = \"var/s.toml\"")
                .server();

        assertEquals(Optional.of(new ServerConfig.Tls(cert, key)), server.tls());
        assertEquals(Optional.of(folder.resolve("var/s.toml")), server.stateFile());
    }

    @Test
    void whatIsWrongWithAFileIsSaid() throws IOException {
        Files.writeString(folder.resolve("c.pem"), TestCertificate.PEM);

        assertEquals(
                "\"" + folder.resolve("k.pem") + "\" is no file",
                message("tls_cert_file = \"c.pem\"\ntls_key_file = \"k.pem\""));
        assertEquals(
                "\"" + folder.resolve("c.pem") + "\" holds no private key in PEM form",
                message("tls_cert_file = \"c.pem\"\ntls_key_file = \"c.pem\""));
        assertEquals(
                "is the configuration file itself, which Nexus never writes", message("state_file = \"nexus.toml\""));
    }

    private String message(String keys) {
        return Assertions.assertThrows(ConfigException.class, () -> load(keys))
                .problems()
                .getFirst()
                .message();
    }

    private NexusConfig load(String keys) throws IOException {
        Path file = Files.writeString(folder.resolve("nexus.toml"), "[server]\n" + keys);
        return ConfigLoader.load(file, Overrides.NONE, Map.of(), Map.of());
    }
}
