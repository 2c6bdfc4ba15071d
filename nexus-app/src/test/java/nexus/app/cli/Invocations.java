package nexus.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;

/// Where a text has somebody type `nexus ...`, and whether there is such a command.
final class Invocations {

    /// At the start of a line, behind a prompt, a quotation mark or whatever else a command can stand behind.
    private static final Pattern TYPED = Pattern.compile(
            "(?:^|[`'\"(|;=]|\\$|&&|\\bsudo|\\bexec)[ \\t]*(?:\\./|[\\w./$-]*/bin/)?nexus((?:[ \\t]+[^\\s`'\"|;&<>()]+)+)",
            Pattern.MULTILINE);

    private static final CommandLine ALL =
            Commands.complete(new Terminal(System.out, System.err, Map.of(), () -> false));

    private Invocations() {}

    /// The words behind `nexus`, for each time that it is typed; brackets and comments are left out.
    static Stream<List<String>> in(String text) {
        return TYPED.matcher(text).results().map(found -> words(found.group(1))).filter(words -> !words.isEmpty());
    }

    private static List<String> words(String line) {
        String typed = line.strip().replaceFirst("(^|\\s)(#|[=!-]+ ).*", "");
        return Arrays.stream(typed.split("\\s+"))
                .map(word -> word.replaceAll("[\\[\\],.:]+$|^\\[+", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /// Why this can't be typed, or nothing. Words in capitals stand for others.
    static Optional<String> problem(List<String> words) {
        CommandLine command = ALL;
        for (String word : words) {
            if (word.matches("--?[a-z].*")) {
                if (!knows(command, word.replaceFirst("=.*", ""))) {
                    return Optional.of("no option " + word + " of " + name(command));
                }
            } else if (command.getSubcommands().containsKey(word)) {
                command = command.getSubcommands().get(word);
            } else if (!command.getSubcommands().isEmpty() && word.matches("[a-z-]+[a-z]")) {
                return Optional.of("no command " + word + " of " + name(command));
            }
        }
        return Optional.empty();
    }

    private static boolean knows(CommandLine command, String option) {
        return command.getCommandSpec().findOption(option) != null;
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName(" ");
    }

    /// Every command that does something by itself, with all that leads to it: `[backends, add]`.
    static List<CommandLine> leaves() {
        var leaves = new ArrayList<CommandLine>();
        collect(ALL, leaves);
        return leaves;
    }

    private static void collect(CommandLine command, List<CommandLine> leaves) {
        if (command.getSubcommands().isEmpty()) {
            leaves.add(command);
        }
        command.getSubcommands().values().forEach(sub -> collect(sub, leaves));
    }

    static CommandLine all() {
        return ALL;
    }
}
