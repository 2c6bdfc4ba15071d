package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {

    @TempDir
    Path folder;

    @Test
    void aCaFileIsRelativeToTheConfigurationFileAndReadWithIt() throws Exception {
        Path pem = Files.writeString(folder.resolve("ca.pem"), TestCertificate.PEM);

        BackendConfig backend = load(Given.BACKEND + "tls = { ca_file = \"ca.pem\" }")
                .backends()
                .getFirst();

        assertEquals(new TlsConfig(Optional.of(CaFile.read(pem)), false), backend.tls());
        assertEquals(1, backend.tls().caFile().orElseThrow().certificates().size());
    }

    @Test
    void aCaFileWithoutCertificatesIsRefused() throws IOException {
        Files.writeString(folder.resolve("empty.pem"), "");
        Files.writeString(folder.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

        assertEquals(
                "\"" + folder.resolve("empty.pem") + "\" holds no certificate",
                message("tls = { ca_file = \"empty.pem\" }"));
        assertEquals(
                "\"" + folder.resolve("key.pem") + "\" holds no certificates in PEM form",
                message("tls = { ca_file = \"key.pem\" }"));
        assertEquals("\"a\\u0000b\" is no name of a file", message("tls = { ca_file = \"a\\u0000b\" }"));
    }

    @Test
    void aClientReadsTheServerOfAFileWhateverElseIsInIt() throws IOException {
        Path file =
                write("[server]\nport = 9000\nhost = 5\n[[backends]]\ntype = \"no-such\"\napi_key_env = \"NOT_SET\"");

        assertEquals(new ServerConfig("127.0.0.1", 9000, 1), ConfigLoader.serverOf(file, Map.of()));
        assertEquals(
                9001,
                ConfigLoader.serverOf(file, Map.of("NEXUS_SERVER_PORT", "9001")).port());
        assertEquals(
                9000,
                ConfigLoader.serverOf(file, Map.of("NEXUS_SERVER_PORT", "x")).port());
    }

    @Test
    void aClientFallsBackToTheDefaultsWithoutAReadableFile() throws IOException {
        assertEquals(ServerConfig.DEFAULT, ConfigLoader.serverOf(folder.resolve("no.toml"), Map.of()));
        assertEquals(ServerConfig.DEFAULT, ConfigLoader.serverOf(write("[server"), Map.of()));
    }

    /// Quadratic work would take minutes here; linear work takes a second or two.
    @Test
    void tenThousandBackendsLoad() {
        var text = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            text.append(Given.BACKEND.replace("\"a\"", "\"a" + i + "\"")).append("labels = { rack = \"r\" }\n");
        }

        NexusConfig config = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Given.config(text.toString()));

        assertEquals(10_000, config.backends().size());
        assertEquals("a9999", config.backends().getLast().name());
    }

    private NexusConfig load(String text) throws IOException {
        return ConfigLoader.load(write(text), Overrides.NONE, Map.of(), Given.TYPES);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("nexus.toml"), text);
    }

    private String message(String key) {
        var refused = assertThrows(ConfigException.class, () -> load(Given.BACKEND + key));
        return refused.problems().getFirst().message();
    }
}
