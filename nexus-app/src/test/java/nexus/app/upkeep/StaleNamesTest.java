package nexus.app.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What documents, scripts and comments name is there: tests, classes, packages, files.
class StaleNamesTest {

    /// What people read: not what is recorded or served, nor what a change once did.
    private static final List<Path> TEXTS = Sources.all().stream()
            .filter(file -> !Sources.name(file).contains("/resources/"))
            .filter(file -> Sources.name(file).matches(".*\\.(md|java|xml|toml|service|patch|cmd|sh)|[^.]*"))
            .filter(file -> !file.endsWith("CHANGELOG.md"))
            .toList();

    private static final Set<String> CLASSES = named("\\b(?:class|record|enum|interface) (\\w+)");

    private static final Set<String> PACKAGES = named("(?m)^package ([\\w.]+);");

    /// Those that begin a path within the checkout.
    private static final String FOLDERS = Sources.all().stream()
            .filter(file -> file.getNameCount() > 1)
            .map(file -> Pattern.quote(file.getName(0).toString()))
            .distinct()
            .collect(Collectors.joining("|"));

    private static final Pattern LINK =
            Pattern.compile("\\[([A-Z]\\w*)?(?:\\.\\w+)*(?:#(\\w+)(?:\\([^)]*\\))?)?](?!\\()");

    @Test
    void everyNamedTestIsThere() {
        assertAllThere("\\b(?!FuzzTest)([A-Z][a-z]\\w*(?:Test|IT))\\b", CLASSES::contains);
    }

    @Test
    void everyNamedClassAndPackageIsThere() {
        assertAllThere("\\b(nexus\\.(?:app|spi|probe)(?:\\.\\w+)+)", StaleNamesTest::isClassOrPackage);
    }

    @Test
    void everyNamedFileIsThere() {
        assertAllThere("(?<![\\w./${}-])((?:" + FOLDERS + ")(?:/[\\w.-]*\\w)+)", StaleNamesTest::isFile);
    }

    /// In brackets: classes and their members. One that leads nowhere is plain text to the JDK's tools, and no error.
    @Test
    void everyLinkOfACommentLeadsSomewhere() {
        var stale = new TreeSet<String>();
        for (var file : Sources.java()) {
            var text = Sources.text(file);
            comments(text)
                    .flatMap(comment -> LINK.matcher(comment).results())
                    .filter(link -> !leadsSomewhere(link.group(1), link.group(2), text))
                    .forEach(link -> stale.add(Sources.name(file) + ": " + link.group()));
        }
        assertEquals("", String.join("\n", stale));
    }

    private static void assertAllThere(String name, Predicate<String> isThere) {
        var pattern = Pattern.compile(name);
        var stale = new TreeSet<String>();
        int found = 0;
        for (var file : TEXTS) {
            for (var match : pattern.matcher(readable(file)).results().toList()) {
                found++;
                if (!isThere.test(match.group(1))) {
                    stale.add(Sources.name(file) + ": " + match.group(1));
                }
            }
        }
        assertTrue(found >= 10, () -> "hardly anything looks like " + name);
        assertEquals("", String.join("\n", stale));
    }

    /// Of code, the comments: the rest is the compiler's to check.
    private static String readable(Path file) {
        var text = Sources.text(file);
        return file.toString().endsWith(".java") ? comments(text).collect(Collectors.joining("\n")) : text;
    }

    private static Stream<String> comments(String code) {
        return code.lines().map(String::strip).filter(line -> line.startsWith("//"));
    }

    private static boolean isClassOrPackage(String name) {
        var upper = Pattern.compile("^([a-z0-9_.]+)\\.([A-Z]\\w*)").matcher(name);
        return upper.find()
                ? PACKAGES.contains(upper.group(1)) && CLASSES.contains(upper.group(2))
                : PACKAGES.contains(name);
    }

    /// Or what the build makes, or an example's own name.
    private static boolean isFile(String path) {
        return Files.exists(Modules.ROOT.resolve(path)) || path.matches(".*(/target|/\\.|NAME).*");
    }

    private static boolean leadsSomewhere(String type, String member, String text) {
        if (type == null) {
            return member == null || has(text, member);
        }
        var ours = Sources.java().stream()
                .filter(file -> file.endsWith(type + ".java"))
                .toList();
        return ours.isEmpty()
                ? CLASSES.contains(type) || isImported(type, text) || isOfTheLanguage(type)
                : member == null || ours.stream().anyMatch(file -> has(Sources.text(file), member));
    }

    /// Outside its comments.
    private static boolean has(String code, String member) {
        return code.lines()
                .filter(line -> !line.strip().startsWith("//"))
                .anyMatch(line -> line.matches(".*\\b" + member + "\\b.*"));
    }

    private static boolean isImported(String type, String text) {
        return text.contains("." + type + ";");
    }

    private static boolean isOfTheLanguage(String type) {
        return ClassLoader.getSystemResource("java/lang/" + type + ".class") != null;
    }

    private static Set<String> named(String pattern) {
        var compiled = Pattern.compile(pattern);
        return Sources.java().stream()
                .flatMap(file -> compiled.matcher(Sources.text(file)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
