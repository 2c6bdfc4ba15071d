package nexus.distribution.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nexus.distribution.Packaged;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every command and every sample of the pages, with the packaged program. Several pages are tried at a time:
/// most of it is waiting.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the pages are written for its commands")
class DocsIT {

    private static final int AT_A_TIME = 3;

    private static final Map<String, Future<PageRun.Result>> RUNS = new LinkedHashMap<>();
    private static ExecutorService pool;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws IOException {
        pool = Executors.newFixedThreadPool(AT_A_TIME);
        for (var page : pages().toList()) {
            var text = Files.readString(Packaged.ROOT.resolve(page));
            var own = Files.createDirectories(folder.resolve(page.replace('/', '-')));
            RUNS.put(page, pool.submit(new PageRun(page, text, own, folder.resolve("cache"))));
        }
    }

    /// README.md, CONTRIBUTING.md, then what lies in docs/; or those that `-Dnexus.docs.pages=` names.
    static Stream<String> pages() throws IOException {
        var chosen = System.getProperty("nexus.docs.pages", "");
        if (!chosen.isEmpty()) {
            return Stream.of(chosen.split(","));
        }
        try (Stream<Path> files = Files.list(Packaged.ROOT.resolve("docs"))) {
            var docs = files.map(file -> "docs/" + file.getFileName())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .toList();
            return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md"), docs.stream());
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatThePageSaysIsTrue(String page) throws Exception {
        var result = RUNS.get(page).get();

        assertTrue(result.wrong().isEmpty(), () -> String.join("\n\n", result.wrong()));
    }

    @AfterAll
    static void sum() throws Exception {
        pool.shutdown();
        var results = new ArrayList<PageRun.Result>();
        for (var run : RUNS.values()) {
            results.add(run.get());
        }
        var notRun =
                results.stream().flatMap(result -> result.notRun().stream()).toList();
        int run = results.stream().mapToInt(PageRun.Result::run).sum();
        System.out.println("pages: " + run + " blocks run, " + notRun.size() + " left out");
        notRun.forEach(line -> System.out.println("  left out: " + line));
    }
}
