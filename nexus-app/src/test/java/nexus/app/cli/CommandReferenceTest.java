package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// Each command's help is its reference; whatever else names commands names those that exist.
class CommandReferenceTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    static Stream<Named<CommandLine>> leaves() {
        return Invocations.leaves().stream()
                .map(leaf -> Named.of(leaf.getCommandSpec().qualifiedName(" "), leaf));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void itsHelpSaysWhatItDoesHowItEndsAndAnExample(CommandLine leaf) {
        var spec = leaf.getCommandSpec();
        String name = spec.qualifiedName(" ");

        assertTrue(spec.usageMessage().description().length > 0, "a description");
        var codes = spec.usageMessage().exitCodeList().keySet();
        assertTrue(codes.contains("0") && codes.contains("2"), "exit codes: " + codes);
        String footer = String.join("\n", spec.usageMessage().footer());
        assertTrue(footer.contains("Example:  "), "an example");
        String example = footer.substring(footer.indexOf("Example:  ") + "Example:  ".length());
        var typed = Invocations.in(example).toList();
        assertEquals(1, typed.size(), example);
        assertTrue(example.contains(name), example);
        var words = typed.getFirst();
        Invocations.all().parseArgs(words.toArray(String[]::new));
        spec.options()
                .forEach(option -> assertTrue(option.description().length > 0, () -> "what " + option.longestName()));
        spec.positionalParameters()
                .forEach(parameter -> assertTrue(parameter.description().length > 0, parameter::paramLabel));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void thePageOfCommandsHasItInARow(CommandLine leaf) {
        String name = leaf.getCommandSpec().qualifiedName(" ");
        String group = name.substring(0, name.lastIndexOf(' ') + 1);

        assertTrue(
                text(ROOT.resolve("docs/commands.md"))
                        .lines()
                        .filter(line -> line.startsWith("| `nexus"))
                        .anyMatch(row -> row.matches(".*`" + name + "\\b.*")
                                // `nexus backends add`, `remove`: a group's commands in one row.
                                || row.contains("`" + group) && row.contains("`" + leaf.getCommandName() + "`")),
                () -> "docs/commands.md has no row for " + name);
    }

    @Test
    void whatIsTypedAnywhereExists() {
        var problems = new ArrayList<String>();
        int typed = 0;
        for (Path file : Stream.concat(pages(), sources()).toList()) {
            for (List<String> words : Invocations.in(text(file)).toList()) {
                typed++;
                Invocations.problem(words)
                        .ifPresent(problem -> problems.add(
                                ROOT.relativize(file) + ": nexus " + String.join(" ", words) + ": " + problem));
            }
        }

        assertEquals("", String.join("\n", problems));
        assertTrue(typed > 100, "nexus is typed " + typed + " times");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`nexus helth`|no command helth of nexus",
                "$ ./nexus backends lst --json|no command lst of nexus backends",
                "'nexus health --jsn'|no option --jsn of nexus health",
                "ExecStart=/opt/nexus/bin/nexus serve --prot 1|no option --prot of nexus serve"
            })
    void whatDoesNotExistIsSeen(String text, String problem) {
        assertEquals(
                problem,
                Invocations.problem(Invocations.in(text).findFirst().orElseThrow())
                        .orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "`nexus COMMAND --help`|COMMAND --help",
                "nexus serve [-c FILE] [--port N]   # starts|serve -c FILE --port N",
                "curl x; nexus check http://a:1|check http://a:1",
                "sudo nexus plan|plan"
            })
    void whatExistsIsFine(String text, String words) {
        var typed = Invocations.in(text).findFirst().orElseThrow();

        assertEquals(words, String.join(" ", typed));
        assertFalse(Invocations.problem(typed).isPresent());
    }

    private static Stream<Path> pages() {
        return Stream.concat(
                files(ROOT.resolve("docs"), "[^.]+\\.(md|service|cfg|conf|yaml|yml|toml)"),
                Stream.of("README.md", "CONTRIBUTING.md", "nexus.example.toml").map(ROOT::resolve));
    }

    private static Stream<Path> sources() {
        return files(ROOT.resolve("nexus-app/src/main/java"), ".*\\.java");
    }

    private static Stream<Path> files(Path folder, String name) {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().matches(name)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
