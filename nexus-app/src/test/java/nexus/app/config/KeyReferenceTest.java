package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import nexus.app.probes.Probes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is said of a key is true, and stands in every place that tells it.
class KeyReferenceTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path TEMPLATE =
            ROOT.resolve("nexus-app/src/main/resources/nexus/app/config/nexus.example.toml");

    private static final Map<String, String> ENV = Map.of(
            "NEXUS_ADMIN_TOKEN", "0123456789abcdef",
            "NEXUS_DB_PASSWORD", "p",
            "GPU1_API_KEY", "k",
            "GPU1_TOKEN", "t",
            "SLACK_URL", "https://hooks.example.com/x",
            "NEXUS_SIGNING_SECRET", "s",
            "NTFY_TOKEN", "n",
            "PAGERDUTY_KEY", "p");

    /// Keys that need others beside them, or exclude them.
    private static final Map<String, String> BESIDE = Map.of(
            "server.tls_cert_file", "tls_key_file = \"server.key\"",
            "server.tls_key_file", "tls_cert_file = \"server.pem\"",
            "history.user", "url = \"jdbc:postgresql://db/nexus\"",
            "history.password_env", "url = \"jdbc:postgresql://db/nexus\"",
            "notify.zone", "quiet = [\"01:00-02:00\"]");

    private static final Map<String, String> BACKEND =
            Map.of("name", "\"a\"", "url", "\"https://a\"", "type", "\"ollama\"");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void files() throws IOException {
        Files.createDirectory(folder.resolve("certs"));
        for (String file : List.of("server.pem", "certs/ca.pem")) {
            Files.writeString(folder.resolve(file), TestCertificate.PEM);
        }
        Files.writeString(folder.resolve("server.key"), TestCertificate.NO_KEY);
    }

    static Stream<Named<KeyReference>> keys() {
        return sections().stream()
                .flatMap(section -> section.keys().stream())
                .map(key -> Named.of(key.fullName(), key));
    }

    private static List<KeyReference.Section> sections() {
        return KeyReference.all(Probes.load().names());
    }

    @Test
    void thePageSaysIt() throws IOException {
        held(ROOT.resolve("docs/configuration.md"), page -> ConfigurationPage.renewed(page, sections()));
    }

    @Test
    void theExampleFileSaysIt() throws IOException {
        Path example = ROOT.resolve("nexus.example.toml");
        held(example, text -> ExampleComments.renewed(text, sections()));
        String text = Files.readString(example);
        held(TEMPLATE, _ -> text);
    }

    /// Compares a file with what it should be; `scripts/renew-docs` has it written.
    private static void held(Path file, UnaryOperator<String> renewed) throws IOException {
        String text = Files.readString(file);
        String right = renewed.apply(text);
        if (Boolean.getBoolean("nexus.renew")) {
            Files.writeString(file, right);
        } else {
            assertEquals(right, text, file.getFileName() + " is out of date; this renews it: scripts/renew-docs");
        }
    }

    /// An example that changes nothing would show nothing; and so the key is read.
    @ParameterizedTest
    @MethodSource("keys")
    void theExampleIsTakenAndMakesADifference(KeyReference key) throws IOException {
        assertNotEquals(without(key), read(key, key.example()));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void theDefaultIsWhatCountsWithoutTheKey(KeyReference key) throws IOException {
        if (key.literal()) {
            assertEquals(read(key, ""), read(key, key.name() + " = " + key.unset()));
        } else {
            assertFalse(key.unset().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aSentenceHasNoEndOfItsOwn(KeyReference key) {
        assertTrue(key.about().matches("(?s)[^A-Z`*].*[^.`*]"), key.about());
    }

    /// The configuration with this line, without where its values come from.
    private static Object read(KeyReference key, String line) throws IOException {
        NexusConfig config = load(text(key, line));
        return List.of(
                config.server(),
                config.healthCheck(),
                config.discovery(),
                config.history(),
                config.logging(),
                config.backends(),
                config.receivers());
    }

    private static Object without(KeyReference key) throws IOException {
        try {
            return read(key, "");
        } catch (ConfigException e) {
            return "not valid without it";
        }
    }

    private static String text(KeyReference key, String line) {
        String beside = BESIDE.getOrDefault(key.fullName(), "") + "\n";
        return switch (key.section()) {
            case "backends" -> entry("[[backends]]", BACKEND, line) + beside;
            case "notify" -> entry("[[notify]]", receiver(key), line) + beside;
            default -> "[" + key.section() + "]\n" + (line.isEmpty() && beside.startsWith("tls") ? "" : beside) + line;
        };
    }

    private static Map<String, String> receiver(KeyReference key) {
        String shape = switch (key.name()) {
            case "token_env" -> "ntfy";
            case "routing_key_env" -> "pagerduty";
            default -> "json";
        };
        return Map.of("name", "\"a\"", "shape", "\"" + shape + "\"", "url", "\"https://ntfy.sh/topic\"");
    }

    /// A line takes the place of what is set anyway.
    private static String entry(String header, Map<String, String> set, String line) {
        var text = new StringBuilder(header + "\n");
        set.forEach((name, value) -> {
            boolean replaced = line.startsWith(name + " =") || name.equals("url") && line.startsWith("url_env");
            text.append(replaced ? "" : name + " = " + value + "\n");
        });
        return text + line + "\n";
    }

    private static NexusConfig load(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("nexus.toml"), text);
        return ConfigLoader.load(file, Overrides.NONE, ENV, Probes.load().names());
    }
}
