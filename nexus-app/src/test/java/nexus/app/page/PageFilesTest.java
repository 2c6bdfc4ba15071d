package nexus.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import nexus.app.events.Happening;
import org.junit.jupiter.api.Test;

class PageFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/nexus/app/page");
    private static final int MOST_BYTES = 150_000;
    private static final int MOST_PICTURE_BYTES = 200_000;
    private static final int MOST_LINES = 250;
    /// What would take text for markup, or run it.
    private static final Pattern RISKY = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\b|new Function|DOMParser|srcdoc");
    private static final Pattern IMPORT = Pattern.compile("(?m)^(?:import .*from|import) '\\./(.+)';$");

    private final PageFiles page = PageFiles.load();

    @Test
    void theListNamesEveryFileOfTheFolder() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var there = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("files.txt"))
                    .collect(Collectors.toSet());
            assertEquals(there, Set.copyOf(PageFiles.names()));
        }
    }

    /// A kind to filter by, and words.
    @Test
    void thePageHasWordsForEveryEvent() throws IOException {
        String words = Files.readString(FOLDER.resolve("event-words.js"));
        for (String type : Happening.TYPES) {
            assertEquals(
                    2,
                    Pattern.compile("\\b" + type + ": ")
                            .matcher(words)
                            .results()
                            .count(),
                    type);
        }
    }

    @Test
    void thePageIsSmall() throws IOException {
        int bytes = 0;
        for (String name : PageFiles.names()) {
            String text = Files.readString(FOLDER.resolve(name));
            bytes += text.getBytes(UTF_8).length;
            assertTrue(text.lines().count() <= MOST_LINES, name);
        }
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
    }

    @Test
    void thePicturesOfTheDocsAreSmallToo() throws IOException {
        try (var pictures = Files.list(Path.of("../docs/images"))) {
            for (var picture : pictures.toList()) {
                assertTrue(Files.size(picture) < MOST_PICTURE_BYTES, picture + ": make it smaller");
            }
        }
    }

    @Test
    void noScriptTakesTextForMarkupAndNothingComesFromElsewhere() throws IOException {
        for (String name : PageFiles.names()) {
            String text = Files.readString(FOLDER.resolve(name));
            assertFalse(RISKY.matcher(text).find(), name);
            String links = text.replace("http://www.w3.org/2000/svg", "").replace("http://gpu-1:8000", "");
            assertFalse(links.contains("http://") || links.contains("https://"), name);
        }
    }

    @Test
    void everyModuleImportsFilesThatAreThere() throws IOException {
        for (String name : PageFiles.names()) {
            var imports = IMPORT.matcher(Files.readString(FOLDER.resolve(name)));
            while (imports.find()) {
                assertTrue(PageFiles.names().contains(imports.group(1)), name + " imports " + imports.group(1));
            }
        }
    }

    @Test
    void theIndexNamesFilesByWhatIsInThem() {
        String index = new String(page.index().plain(), UTF_8);

        assertTrue(index.contains("<script type=\"module\" src=\"page/" + page.folder() + "/app.js\">"), index);
        assertTrue(index.contains("<link rel=\"modulepreload\" href=\"page/" + page.folder() + "/store.js\">"), index);
        assertFalse(index.contains("{{"), index);
        assertEquals(page.folder(), PageFiles.load().folder());
        assertTrue(page.folder().matches("[0-9a-f]{16}"), page.folder());
    }

    @Test
    void aFileIsFoundUnderItsFolderAlone() {
        assertEquals(
                Optional.of("text/javascript; charset=utf-8"),
                page.file(page.folder() + "/app.js").map(PageFile::contentType));
        for (String path : List.of(
                "app.js",
                "0123456789abcdef/app.js",
                page.folder() + "/index.html",
                page.folder() + "/files.txt",
                page.folder() + "/../Badge.class",
                page.folder() + "/",
                page.folder(),
                "")) {
            assertEquals(Optional.empty(), page.file(path), path);
        }
    }

    @Test
    void compressedItIsTheSame() throws IOException {
        var file = page.file(page.folder() + "/app.js").orElseThrow();

        try (var in = new GZIPInputStream(new ByteArrayInputStream(file.compressed()))) {
            assertArrayEquals(file.plain(), in.readAllBytes());
        }
        assertTrue(file.compressed().length < file.plain().length);
    }
}
