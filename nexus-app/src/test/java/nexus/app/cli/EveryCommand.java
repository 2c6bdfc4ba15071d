package nexus.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import picocli.CommandLine;

/// Command lines for every command there is, made from what each says of itself: whoever adds one need not tell.
public final class EveryCommand {

    /// These go on until they are interrupted.
    private static final Set<String> ENDLESS = Set.of("serve", "demo");

    private EveryCommand() {}

    /// For each command its help, and lines with each of these values where it takes one, and where it takes none.
    ///
    /// @param config a configuration file, for those that take one
    /// @param url    of a running Nexus, for those that ask one
    public static List<List<String>> lines(String config, String url, List<String> values) {
        var lines = new ArrayList<List<String>>();
        var terminal = new Terminal(System.out, System.err, Map.of(), () -> false);
        collect(Commands.complete(terminal), List.of(), line -> {
            var path = line.path();
            lines.add(with(path, "--help"));
            if (!ENDLESS.contains(path.getFirst())) {
                lines.addAll(variants(line, config, url, values));
            }
        });
        return lines;
    }

    private record Leaf(List<String> path, CommandLine command) {
        /// Whether it makes a file: nothing may lie about after a test.
        boolean writes() {
            return command.getCommandSpec().positionalParameters().stream()
                    .anyMatch(parameter -> parameter.paramLabel().equals("PATH"));
        }

        boolean takes(String option) {
            return command.getCommandSpec().findOption(option) != null;
        }
    }

    private static void collect(CommandLine command, List<String> path, Consumer<Leaf> each) {
        if (command.getSubcommands().isEmpty()) {
            each.accept(new Leaf(path, command));
        }
        command.getSubcommands().forEach((name, sub) -> collect(sub, with(path, name), each));
    }

    private static List<List<String>> variants(Leaf leaf, String config, String url, List<String> values) {
        var variants = new ArrayList<List<String>>();
        var base = leaf.takes("--url") ? with(leaf.path(), "--url", url) : leaf.path();
        if (leaf.writes()) {
            return List.of(with(base, config), with(base, config + ".made"));
        }
        variants.add(base);
        if (leaf.takes("-c")) {
            variants.add(with(base, "-c", config));
        }
        for (var value : values) {
            variants.add(with(base, value));
            if (leaf.takes("--json")) {
                variants.add(with(base, "--json", value));
            }
        }
        if (leaf.takes("--json")) {
            variants.add(with(base, "--json"));
        }
        return variants;
    }

    private static List<String> with(List<String> path, String... more) {
        var line = new ArrayList<>(path);
        line.addAll(List.of(more));
        return List.copyOf(line);
    }
}
