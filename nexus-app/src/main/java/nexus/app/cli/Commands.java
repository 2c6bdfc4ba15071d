package nexus.app.cli;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import nexus.app.boot.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands, and how they become a command line.
///
/// Only the command that was asked for is made where its name is known: reading the annotations of all of them
/// costs more than most of them do.
final class Commands {

    @Command(
            name = "nexus",
            description = "Watches a fleet of LLM servers: which are healthy, how fast they answer, which models they "
                    + "offer.",
            synopsisSubcommandLabel = "COMMAND",
            footer = {
                "",
                "Start here:  nexus discover       which LLM servers run on this machine",
                "             nexus demo           a fleet of mock servers, for people without a GPU",
                "             nexus config init    a nexus.toml to fill in, then: nexus serve",
                "Woken up?    nexus why NAME       what is wrong with a backend, since when, and what to do",
                "And before?  nexus history NAME   how it was: uptime, latency, every incident with its cause",
                "",
                "Exit codes: 0 fine, 1 not healthy, 2 wrong usage or configuration, 3 no Nexus answers, 70 a bug."
            })
    private static final class Root {}

    static final String VERSION = "nexus " + Version.TEXT;

    private static final Map<String, Function<Terminal, CommandLine>> ALL = all();

    private Commands() {}

    private static Map<String, Function<Terminal, CommandLine>> all() {
        Map<String, Function<Terminal, CommandLine>> all = new LinkedHashMap<>();
        all.put("serve", terminal -> new CommandLine(new ServeCommand(terminal)));
        all.put("health", terminal -> new CommandLine(new HealthCommand(terminal)));
        all.put("why", terminal -> new CommandLine(new WhyCommand(terminal)));
        all.put("watch", terminal -> new CommandLine(new WatchCommand(terminal)));
        all.put("history", terminal -> new CommandLine(new HistoryCommand(terminal)));
        all.put("models", terminal -> new CommandLine(new ModelsCommand(terminal)));
        all.put(
                "backends",
                terminal -> new CommandLine(new BackendsCommand())
                        .addSubcommand(new BackendsCommand.List(terminal))
                        .addSubcommand(new BackendsAddCommand(terminal))
                        .addSubcommand(new BackendChangeCommands.Remove(terminal))
                        .addSubcommand(new BackendChangeCommands.Restore(terminal))
                        .addSubcommand(new BackendChangeCommands.Drain(terminal))
                        .addSubcommand(new BackendChangeCommands.Undrain(terminal))
                        .addSubcommand(new BackendsCheckCommand(terminal)));
        all.put(
                "notify",
                terminal -> new CommandLine(new NotifyCommand())
                        .addSubcommand(new NotifyCommand.List(terminal))
                        .addSubcommand(new NotifyCommand.Test(terminal)));
        all.put("plan", terminal -> new CommandLine(new PlanCommand(terminal)));
        all.put("reload", terminal -> new CommandLine(new ReloadCommand(terminal)));
        all.put(
                "config",
                terminal -> new CommandLine(new ConfigCommand())
                        .addSubcommand(new ConfigInitCommand(terminal))
                        .addSubcommand(new ConfigCommand.Check(terminal))
                        .addSubcommand(new ConfigKeysCommand(terminal)));
        all.put("probes", terminal -> new CommandLine(new ProbesCommand(terminal)));
        all.put("check", terminal -> new CommandLine(new CheckCommand(terminal)));
        all.put("discover", terminal -> new CommandLine(new DiscoverCommand(terminal)));
        all.put("demo", terminal -> new CommandLine(new DemoCommand(terminal)));
        all.put("completion", terminal -> new CommandLine(new CompletionCommand(terminal)));
        return Collections.unmodifiableMap(all);
    }

    /// The command line for these arguments.
    static CommandLine line(Terminal terminal, String[] args) {
        var asked = args.length == 0 ? null : ALL.get(args[0]);
        if (asked == null) {
            return complete(terminal);
        }
        var root = new CommandLine(new Root()).addSubcommand(args[0], asked.apply(terminal));
        withStandardOptions(root);
        return root;
    }

    /// The command line with every command there is.
    static CommandLine complete(Terminal terminal) {
        var root = new CommandLine(new Root());
        ALL.forEach((name, command) -> root.addSubcommand(name, command.apply(terminal)));
        withStandardOptions(root);
        return root;
    }

    private static void withStandardOptions(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true).version(VERSION);
        line.getCommandSpec().usageMessage().sortOptions(false);
        line.getSubcommands().values().forEach(Commands::withStandardOptions);
    }
}
