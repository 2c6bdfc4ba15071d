package nexus.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The commented file that a new user starts from: every key explained, and valid as it is.
public final class ConfigTemplate {

    /// The same text as the file of this name at the top of the repository; a test compares them.
    private static final String RESOURCE = "nexus.example.toml";

    private ConfigTemplate() {}

    /// The text of the file, with `\n` line ends.
    public static String text() {
        try (InputStream in = ConfigTemplate.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
