package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Any text: a configuration, or problems with their places in it; never a secret.
class ConfigFuzzTest {

    private static final String SECRET = "hunter2-Zq8";
    private static final Map<String, String> ENV =
            Map.of("GPU_KEY", SECRET, "BAD_KEY", SECRET + "\r\nX: y", "sk_" + "live", SECRET);

    /// Secrets where they belong and where people put them by mistake; any text follows.
    private static final List<String> BEFORE = List.of(
            Given.BACKEND + "headers = { Authorization = \"Bearer " + SECRET,
            Given.BACKEND + "headers = { X-Key = ' " + SECRET,
            Given.BACKEND + "api_key = \"" + SECRET + "\"",
            "[[backends]]\nurl = \"http://user:" + SECRET + "@");

    static Stream<byte[]> files() {
        return Stream.of(
                        ConfigTemplate.text(),
                        Given.BACKEND
                                + "headers = { X-A = \"env:GPU_KEY\", X-B = 'b' }\n[backends.tls]\ninsecure = true\n",
                        Given.BACKEND + "api_key_env = \"BAD_KEY\"\nlabels = { a = \"b\" }\ntimeout_seconds = 1.5\n",
                        Given.BACKEND + "api_key_env = \"GPU_KEY\"\n" + Given.BACKEND,
                        "backends = [{ name = 'a', url = 'http://h', type = \"llama.cpp\" }]\n[server]\nport = 0x1F\n",
                        "[health_check]\ninterval_seconds = 2020-01-01\ntimeout_seconds = inf\nenabled = '''no\n'''\n",
                        "server.port = 1\nserver = { host = \"::\" }\n[logging]\nlevel = \"\\u001b\"\n")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<byte[]> endings() {
        return Stream.of("\" }", "\\r\\n\" }\n", " '}\nx = 1", "h:1/?a=b\"\nname = 'a'", "\\", "\n", "")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("files")
    @FuzzTest
    void anyText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!text.contains(SECRET)) {
            load(text);
        }
    }

    @MethodSource("endings")
    @FuzzTest
    void aSecretBeforeAnyText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        // Guided by comparisons, the fuzzer learns the secret and writes it as a key's name, which is shown on purpose.
        if (!text.contains(SECRET)) {
            BEFORE.forEach(before -> load(before + text));
        }
    }

    private static void load(String text) {
        try {
            NexusConfig config = Samples.parsed("t.toml", text, Overrides.NONE, ENV, Given.TYPES);
            assertFalse(config.toString().contains(SECRET), "a configuration shows a secret");
        } catch (ConfigException e) {
            assertFalse(e.problems().isEmpty(), "refused without a problem");
            e.problems().forEach(problem -> check(problem, text));
        }
    }

    private static void check(Problem problem, String text) {
        String line = problem.toString();
        assertTrue(problem.line() > 0 && problem.column() > 0, "without a position: " + line);
        assertTrue(problem.line() <= 2 + text.chars().filter(c -> c == '\n').count(), "beyond the end: " + line);
        assertFalse(line.contains(SECRET), "shows a secret: " + line);
        assertTrue(line.chars().noneMatch(Character::isISOControl), "a control character: " + line);
    }
}
