package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of authorities that can't be used; what trusting them comes to is [LineTlsTest]'s.
class TlsTrustTest {

    @TempDir
    private Path folder;

    @Test
    void aCaFileThatIsMissingOrEmptyOrNoPemIsRefused() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "hello");
        for (Path file : List.of(folder.resolve("missing.pem"), empty, nonsense)) {
            var refused = assertThrows(TlsTrustException.class, () -> TlsTrust.ofPem(file));
            assertTrue(refused.getMessage().startsWith("ca_file " + file), refused.getMessage());
        }
    }
}
