package nexus.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The commented file that a new user starts from: every key explained, and valid as it is.
public final class ConfigTemplate {

    /// The same text as the file of this name at the top of the repository; a test compares them.
    private static final String RESOURCE = "nexus.example.toml";

    /// From the line of the first entry that is no comment to the next empty line.
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^\\[\\[backends]]\\n(?:.+\\n)+");

    private ConfigTemplate() {}

    /// The text with other backends in place of the example one.
    ///
    /// @param backends TOML: `[[backends]]` entries
    public static String with(String backends) {
        return EXAMPLE.matcher(text()).replaceFirst(Matcher.quoteReplacement(backends.strip() + "\n"));
    }

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
