package nexus.app.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `docs/` gives to people who run Prometheus and Grafana, held against the real answer, and by Prometheus'
/// own tool.
class PrometheusDocsTest {

    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();
    private static final Path FOLDER = DOCS.resolve("prometheus");
    private static final Pattern METRIC = Pattern.compile("\\b(?:nexus|process|jvm)_[a-z_]+\\b");
    private static final Pattern NAMED = Pattern.compile("\"((?:nexus|process|jvm)_[a-z_]+)\"");
    /// `.ci/run` says so: there the tool is installed, and to leave it out would go unnoticed.
    private static final boolean REQUIRED = "required".equals(System.getenv("NEXUS_TEST_TOOLS"));

    @TempDir
    private Path scratch;

    @Test
    void promtoolFindsNothingToSayAboutTheMetrics() throws Exception {
        Path answer =
                Files.writeString(scratch.resolve("metrics"), Counted.busy().text());
        assertEquals("", promtool(answer, "check", "metrics"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"check config prometheus.yml", "check rules nexus.rules.yml", "test rules nexus.rules.test.yml"})
    void promtoolAcceptsConfigurationAndRules(String arguments) throws Exception {
        promtool(Files.createFile(scratch.resolve("empty")), arguments.split(" "));
    }

    @Test
    void eachQueryOfTheDashboardAsksForMetricsThatExist() throws Exception {
        // when
        var queries = new ObjectMapper()
                .readTree(FOLDER.resolve("grafana-dashboard.json").toFile())
                .findValuesAsText("expr");

        // then
        assertTrue(queries.size() >= 8, queries.toString());
        queries.forEach(query -> assertTrue(METRIC.matcher(query).find(), query));
        assertEquals(Set.of(), unknown(String.join("\n", queries)));
    }

    @Test
    void theRulesAndTheListOfMetricsNameOnlyWhatExists() throws Exception {
        assertEquals(Set.of(), unknown(Files.readString(FOLDER.resolve("nexus.rules.yml"))));
        assertEquals(Set.of(), unknown(Files.readString(DOCS.resolve("metrics.md"))));
    }

    @Test
    void theListOfMetricsLacksNone() throws Exception {
        var missing = new TreeSet<>(Counted.busy().scrape().types().keySet());
        missing.removeAll(named(Files.readString(DOCS.resolve("metrics.md"))));
        assertEquals(Set.of(), missing);
    }

    /// Also one that has no series here.
    @Test
    void theListOfMetricsLacksNoneOfTheSource() throws Exception {
        String page = Files.readString(DOCS.resolve("metrics.md"));
        var missing = new TreeSet<String>();
        int found = 0;
        for (Path file : sources()) {
            for (var name : NAMED.matcher(Files.readString(file)).results().toList()) {
                found++;
                // Counters and infos get their endings when they are written.
                if (Stream.of("", "_total", "_info").noneMatch(end -> page.contains("`" + name.group(1) + end + "`"))) {
                    missing.add(name.group(1));
                }
            }
        }
        assertTrue(found > 15, found + " names");
        assertEquals(Set.of(), missing);
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java/nexus/app/metrics"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Set<String> unknown(String text) {
        var names = named(text);
        var known = Counted.busy().scrape();
        names.removeAll(known.types().keySet());
        known.series().keySet().forEach(series -> names.remove(series.replaceFirst("\\{.*", "")));
        return names;
    }

    private static Set<String> named(String text) {
        var names = new TreeSet<String>();
        METRIC.matcher(text).results().forEach(found -> names.add(found.group()));
        return names;
    }

    /// What the tool prints; it must be content.
    private String promtool(Path input, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Path output = scratch.resolve("output");
        Process tool;
        try {
            tool = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            String missing = "promtool can't be started (Debian: apt-get install prometheus): " + e.getMessage();
            return REQUIRED ? fail(missing) : Assumptions.abort(missing);
        }
        assertTrue(tool.waitFor(1, TimeUnit.MINUTES), "promtool hangs");
        String printed = Files.readString(output);
        assertEquals(0, tool.exitValue(), printed);
        return printed;
    }
}
