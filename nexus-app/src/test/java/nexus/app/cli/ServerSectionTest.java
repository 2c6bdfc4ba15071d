package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSectionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                                       | http://127.0.0.1:8000",
                "[server]\\nport = 8003                                   | http://127.0.0.1:8003",
                "[server]\\nhost='10.0.0.1' # lan\\nport = 1 # x          | http://10.0.0.1:1",
                "[ server ] # x\\n\\n  port=2                             | http://127.0.0.1:2",
                "[server]\\nhost = \"0.0.0.0\"                            | http://127.0.0.1:8000",
                "[server]\\nhost = \"::\"\\nport = 3                      | http://[::1]:3",
                "[server]\\nhost = \"fd00::1\"                            | http://[fd00::1]:8000",
                "[[backends]]\\nport = 9\\n[server]\\nport = 4\\n[x]\\nport = 5 | http://127.0.0.1:4",
                "port = 6                                                 | http://127.0.0.1:8000",
                "[server]\\ntls_cert_file = \"a b.pem\" # x                | https://127.0.0.1:8000",
                "[server]\\n# port = 7                                    | http://127.0.0.1:8000",
            })
    void theAddressComesFromTheServerTable(String toml, String url) {
        assertEquals(url, ServerSection.scan(toml.replace("\\n", "\n")).url());
    }

    @Test
    void theEnvironmentBeatsTheFile() {
        var section = ServerSection.scan("[server]\nport = 8003\nhost = \"a\"")
                .overridden(Map.of("NEXUS_SERVER_PORT", "1", "NEXUS_SERVER_HOST", "b"));

        assertEquals("http://b:1", section.url());
    }

    @Test
    void aCertificateIsMeantFromTheFilesFolder(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("n.toml"), "[server]\ntls_cert_file = 'x/own.pem'\n");

        assertEquals(
                Optional.of(folder.resolve("x/own.pem")),
                ServerSection.read(file, Map.of()).tlsCertFile());
        assertEquals(
                Optional.of(Path.of("/etc/own.pem")),
                ServerSection.read(file, Map.of("NEXUS_SERVER_TLS_CERT_FILE", "/etc/own.pem"))
                        .tlsCertFile());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[server]\\nadmin_token_env = \"FLEET_TOKEN\" # x     | FLEET_TOKEN",
                "[server]\\nport = 1\\nadmin_token_env='T'\\nhost='h' | T",
                "[x]\\nadmin_token_env = \"FLEET_TOKEN\"              | ``",
                "[server]\\n# admin_token_env = \"FLEET_TOKEN\"       | ``",
            })
    void theTokensVariableIsKnown(String toml, String variable) {
        var section = ServerSection.scan(toml.replace("\\n", "\n"));

        assertEquals(variable, section.adminTokenEnv().orElse(""));
    }
}
