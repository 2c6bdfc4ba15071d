package nexus.app.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import nexus.app.cli.Table.Cell;
import nexus.app.config.KeyReference;
import nexus.app.config.KeyReference.Section;
import nexus.app.config.Nearest;
import nexus.app.log.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "keys",
        description =
                "Explains the keys of a nexus.toml: what each does and takes, its default, which variable or flag "
                        + "overrides it, and when a change takes effect.",
        footer = {"", "Example:  nexus config keys server.port"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:explained", "2:there is no such key"})
final class ConfigKeysCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "A section (server), a key (server.port), or the last part of one (port). Without it: all.")
    private Optional<String> name = Optional.empty();

    ConfigKeysCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var sections = KeyReference.all(ConfigFile.probes().names());
        if (name.isEmpty()) {
            sections.forEach(this::list);
            return ExitCode.OK;
        }
        String asked = name.get().strip().replaceAll("^\\[+|]+$", "");
        var section =
                sections.stream().filter(each -> each.name().equals(asked)).findFirst();
        section.ifPresent(this::list);
        var keys = keys(sections)
                .filter(key -> section.isEmpty()
                        && (key.fullName().equals(asked) || key.name().equals(asked)))
                .toList();
        keys.forEach(this::explain);
        if (section.isEmpty() && keys.isEmpty()) {
            throw CommandFailure.usage(unknown(asked, sections));
        }
        return ExitCode.OK;
    }

    private static Stream<KeyReference> keys(List<Section> sections) {
        return sections.stream().flatMap(section -> section.keys().stream());
    }

    private void list(Section section) {
        terminal.println(section.header() + "  " + section.about());
        var table = new Table("Key", "Default", "What it does");
        section.keys().forEach(key -> table.row(Cell.of(key.name()), Cell.of(usual(key)), Cell.of(key.brief())));
        terminal.print(table.text(terminal));
    }

    private static String usual(KeyReference key) {
        return key.isRequired() ? "required" : key.literal() ? key.unset() : "-";
    }

    private void explain(KeyReference key) {
        terminal.println(key.fullName());
        terminal.println("  " + key.about());
        line("takes", key.allowed());
        line("default", key.unset());
        if (!key.setBy().isEmpty()) {
            line("overridden by", String.join(", ", key.setBy()));
        }
        line("reload", key.reload());
        line("example", key.example());
    }

    private void line(String label, String text) {
        terminal.println("  " + label + " ".repeat(15 - label.length()) + text);
    }

    private static String unknown(String asked, List<Section> sections) {
        var known = Stream.concat(
                        sections.stream().map(Section::name),
                        keys(sections).flatMap(key -> Stream.of(key.name(), key.fullName())))
                .toList();
        return "there is no key '" + Printable.text(asked) + "'"
                + Nearest.to(asked, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("")
                + " ('nexus config keys' lists them)";
    }
}
