package nexus.app.cli;

import java.util.List;

/// Does once, unseen, what commands do that ask a running Nexus, for a cache of theirs: smaller than
/// [Rehearsal]'s, since the JVM takes in all classes of a cache at its start.
public final class CommandRehearsal {

    private static final List<List<String>> COMMANDS = List.of(
            List.of("--version"),
            List.of("health"),
            List.of("health", "--json"),
            List.of("models"),
            List.of("backends", "list"),
            List.of("why", "workstation-ollama"));

    private CommandRehearsal() {}

    /// Without arguments. The Nexus to ask is that of `NEXUS_URL`.
    public static void main(String[] args) {
        var nowhere = Rehearsal.nowhere();
        for (var words : COMMANDS) {
            Main.run(words.toArray(String[]::new), nowhere, nowhere, System.getenv());
        }
        System.exit(ExitCode.OK);
    }
}
