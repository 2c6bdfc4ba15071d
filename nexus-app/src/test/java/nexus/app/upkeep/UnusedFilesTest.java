package nexus.app.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Resources, scripts and pictures that nothing names are deleted.
class UnusedFilesTest {

    /// Found by where they lie: the origin of recordings, what fuzzing found, services and module descriptors.
    private static final String FOUND_BY_PLACE =
            ".*(/ORIGIN\\.md|Inputs/.*|/META-INF/services/.*|/resources/modules/.*)";

    private static final Map<Path, String> TEXTS =
            Sources.all().stream().collect(Collectors.toMap(file -> file, Sources::text));

    @Test
    void everyResourceIsNamedInItsModule() {
        var resources = Sources.all().stream()
                .filter(file -> Sources.name(file).contains("/resources/"))
                .filter(file -> !Sources.name(file).matches(FOUND_BY_PLACE))
                .toList();
        assertTrue(resources.size() >= 200, resources.size() + " resources");

        assertEquals(
                List.of(),
                resources.stream()
                        .filter(file -> !isNamed(file, withoutEnding(file), file.getName(0)))
                        .toList());
    }

    @Test
    void everyScriptAndPictureAndPageIsNamedSomewhere() {
        var files = Sources.all().stream()
                .filter(file -> Sources.name(file).matches("(scripts|bench|fuzz|docs/images)/[^/]+|docs/[^/]+"))
                .toList();
        assertTrue(files.size() >= 20, files.size() + " files");

        assertEquals(
                List.of(),
                files.stream()
                        .filter(file -> !isNamed(file, file.getFileName().toString(), Path.of("")))
                        .toList());
    }

    /// `/api/tags` is read from `api-tags.http`, by a name put together.
    private static String withoutEnding(Path file) {
        return file.getFileName().toString().replaceAll("\\.[a-z0-9]+$", "");
    }

    /// Whether a text in this folder, other than the file's own, has the name.
    private static boolean isNamed(Path file, String name, Path folder) {
        return TEXTS.entrySet().stream()
                .filter(text -> !text.getKey().equals(file)
                        && (folder.toString().isEmpty() || text.getKey().startsWith(folder)))
                .anyMatch(text -> text.getValue().contains(name));
    }
}
