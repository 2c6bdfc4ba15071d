package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigPlanTest {

    /// In the tables here a ` & ` stands for a line's end.
    private static final Map<String, String> ENV =
            Map.of("K1", "secret-1", "K2", "secret-2", "TOKEN", "0123456789abcdef");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Restarted|health_path = \"/a?key=s3cret\"|health_path = \"/a?key=other\"|health_path: \"/a...\" -> its value changed",
                "Restarted||health_path = \"/a\"|health_path: unset -> \"/a\"",
                "Restarted|api_key_env = \"K1\"|api_key_env = \"K2\"|api_key_env: K1 -> K2",
                "Restarted||api_key_env = \"K1\"|api_key_env: unset -> K1",
                "Restarted|headers = { X-A = \"secret-1\" }|headers = { X-A = \"secret-2\" }|headers.X-A: set -> its value changed",
                "Restarted|headers = { X-A = \"secret-1\" }|headers = { X-B = \"env:K1\" }|headers.X-A: set -> unset; headers.X-B: unset -> set",
                "Restarted|headers = { X-A = \"secret-1\" }|headers = { X-A = \"env:K1\" }|headers.X-A: set -> from a variable",
                "Restarted|headers = { X-A = \"1\", X-B = \"2\" }|headers = { X-B = \"2\", X-A = \"1\" }|headers: set -> their order changed",
                "Restarted|tls = { insecure = true }||tls.insecure: true -> false",
                "Restarted|enabled = false||enabled: false -> true",
                "Disabled||enabled = false|enabled: true -> false",
                "Disabled|health_path = \"/a\"|enabled = false|enabled: true -> false; health_path: \"/a\" -> unset",
                "Changed|enabled = false & health_path = \"/a\"|enabled = false|health_path: \"/a\" -> unset",
                "Retimed|timeout_seconds = 2.5||timeout_seconds: 2.5 -> 5",
                "Retimed|interval_seconds = 10|interval_seconds = 0.5|interval_seconds: 10 -> 0.5; startup_interval_seconds: 1 -> 0.5",
                "Retimed||timeout_seconds = 2 & priority = 1|priority: 50 -> 1; timeout_seconds: 5 -> 2",
                "Changed|priority = 1||priority: 1 -> 50",
                "Changed|failure_threshold = 1|recovery_threshold = 1|failure_threshold: 1 -> 3; recovery_threshold: 2 -> 1",
                "Changed||on_parse_error = \"alive\"|on_parse_error: fail -> alive",
                "Changed|labels = { room = \"1\", x = \"\\u001b\" }|labels = { room = \"2\", \"y z\" = \"\" }|labels.room: \"1\" -> \"2\"; labels.x: \"\\u001b\" -> unset; labels.\"y z\": unset -> \"\""
            })
    void aChangedKeyIsToldWithWhatItMeans(String kind, String before, String after, String keys) {
        ConfigPlan plan = plan(backend(before), backend(after));

        BackendChange change = plan.backends().getFirst();
        assertEquals(kind, change.getClass().getSimpleName());
        assertEquals(keys, change.keys().stream().map(KeyChange::toString).collect(Collectors.joining("; ")));
        assertEquals(1, plan.backends().size());
        assertFalse(plan.toString().contains("secret"), plan.toString());
    }

    @Test
    void anotherUrlOrTypeIsARestart() {
        BackendConfig old = Given.backend(Given.BACKEND);
        var now = BackendConfig.of("a", BackendUrl.parse("https://b/x"), "ollama");

        assertEquals(
                new BackendChange.Restarted(
                        "a",
                        List.of(
                                new KeyChange("url", "http://gpu-1:8001", "https://b/x"),
                                new KeyChange("type", "vllm", "ollama"))),
                between(old, now));
    }

    @Test
    void aSecretThatChangedBehindTheSameNameIsSaidWithoutIt() {
        var old = Given.config(Given.BACKEND + "api_key_env = \"K1\"", ENV);
        var now = Given.config(Given.BACKEND + "api_key_env = \"K1\"", Map.of("K1", "secret-9"));

        ConfigPlan plan = ConfigPlan.between(old, old.backends(), now, now.backends());

        assertEquals(
                List.of(new BackendChange.Restarted(
                        "a", List.of(new KeyChange("api_key_env", "K1", "its value changed")))),
                plan.backends());
        assertFalse(plan.toString().contains("secret"));
    }

    @Test
    void whoSaysABackendIsAChangeThatKeepsItsState() {
        BackendConfig old = Given.backend(Given.BACKEND);

        assertEquals(
                new BackendChange.Changed("a", List.of(new KeyChange("source", "configured", "added"))),
                between(old, old.withSource(BackendSource.ADDED)));
    }

    @Test
    void whatComesAndGoesIsNamed() {
        String b = Given.BACKEND.replace("\"a\"", "\"b\"");

        assertEquals(
                List.of(
                        new BackendChange.Removed("a", "vllm", "http://gpu-1:8001"),
                        new BackendChange.Added("b", "vllm", "http://gpu-1:8001")),
                plan(Given.BACKEND, b).backends());
    }

    @Test
    void theSameFleetInAnotherOrderWithOtherLinesIsNoChange() {
        String b = Given.BACKEND.replace("\"a\"", "\"b\"");

        assertEquals(new ConfigPlan(List.of(), List.of()), plan(Given.BACKEND + b, "# more\n\n" + b + Given.BACKEND));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "at once|[health_check] & timeout_seconds = 2|health_check.timeout_seconds: 5 -> 2",
                "at once|[health_check] & interval_seconds = 10|health_check.interval_seconds: 30 -> 10",
                "at once|[health_check] & down_interval_seconds = 10|health_check.down_interval_seconds: unset -> 10",
                "at once|[logging] & level = \"debug\"|logging.level: info -> debug",
                "at once|[server] & ready_min_healthy = 2|server.ready_min_healthy: 1 -> 2",
                "at once|[server] & allowed_hosts = [\"a\", \"b\"]|server.allowed_hosts: [] -> [a, b]",
                "at once|[server] & admin_token_env = \"TOKEN\"|server.admin_token_env: unset -> TOKEN",
                "restart|[server] & port = 9|server.port: 8000 -> 9",
                "restart|[server] & host = \"::1\"|server.host: 127.0.0.1 -> ::1",
                "restart|[server] & state_file = \"/x\"|server.state_file: unset -> \"/x\"",
                "restart|[health_check] & enabled = false|health_check.enabled: true -> false",
                "restart|[logging] & format = \"json\"|logging.format: pretty -> json",
                "restart|[discovery] & enabled = true|discovery.enabled: false -> true"
            })
    void aSectionsChangeIsAppliedAtOnceOrNeedsARestart(String when, String after, String change) {
        List<SectionChange> sections = plan("", after.replace(" & ", "\n")).sections();

        assertEquals(change, sections.getFirst().change().toString());
        assertEquals(when.equals("at once"), sections.getFirst().atOnce());
        assertEquals(1, sections.size());
    }

    @Test
    void aNewDefaultIsToldAtEachBackendThatTakesItOver() {
        String own = Given.BACKEND.replace("\"a\"", "\"b\"") + "timeout_seconds = 5\n";

        ConfigPlan plan = plan(Given.BACKEND + own, "[health_check]\ntimeout_seconds = 2\n" + Given.BACKEND + own);

        assertEquals(
                List.of(new BackendChange.Retimed("a", List.of(new KeyChange("timeout_seconds", "5", "2")))),
                plan.backends());
    }

    @Test
    void everyKeyOfTheSchemaIsCompared() {
        var schema = new Schema(Map.of());
        var keys = new ArrayList<>(schema.backend().keys().keySet());
        keys.removeAll(List.of("name", "tls"));
        Set<String> compared =
                BackendKeys.ALL.stream().map(BackendKeys.Key::name).collect(Collectors.toSet());

        assertTrue(compared.containsAll(keys), () -> keys + " " + compared);
        var all = new ArrayList<>(schema.settings().keySet());
        all.add(TomlFile.RECEIVERS);
        assertEquals(all, SectionKeys.ALL.stream().map(SectionKeys.Key::name).toList());
    }

    private static BackendChange between(BackendConfig old, BackendConfig now) {
        NexusConfig config = Given.config("");
        return ConfigPlan.between(config, List.of(old), config, List.of(now))
                .backends()
                .getFirst();
    }

    private static String backend(String keys) {
        return Given.BACKEND + (keys == null ? "" : keys.replace(" & ", "\n"));
    }

    private static ConfigPlan plan(String before, String after) {
        NexusConfig old = Given.config(before, ENV);
        NexusConfig now = Given.config(after, ENV);
        return ConfigPlan.between(old, old.backends(), now, now.backends());
    }
}
