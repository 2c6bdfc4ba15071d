package nexus.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The commands that change one backend of the running Nexus and say so in a line.
final class BackendChangeCommands {

    private static final String EXIT = "%nExit codes:%n";

    private BackendChangeCommands() {}

    @Command(
            name = "remove",
            description = "Takes a backend out of the fleet. One of the configuration file stays removed, also after a "
                    + "restart, until 'nexus backends restore'; one that was added is forgotten.",
            footer = {"", "Example:  nexus backends remove gpu-1"},
            exitCodeListHeading = EXIT,
            exitCodeList = {"0:removed", "2:unknown name", "3:no Nexus answers"})
    static final class Remove implements Callable<Integer> {

        private final Terminal terminal;

        @Mixin
        private NamedBackend backend = new NamedBackend();

        Remove(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            var answer = backend.remove(terminal).json();
            boolean comesBack = answer.at("restorable").value().equals(true);
            String hint = comesBack ? "; 'nexus backends restore " + backend.shown() + "' brings it back" : "";
            terminal.println("removed " + backend.shown() + hint);
            terminal.print(NamedBackend.notes(answer));
            return ExitCode.OK;
        }
    }

    @Command(
            name = "restore",
            description = "Brings a removed backend of the configuration file back.",
            footer = {"", "Example:  nexus backends restore gpu-1"},
            exitCodeListHeading = EXIT,
            exitCodeList = {"0:restored", "2:no such backend is removed", "3:no Nexus answers"})
    static final class Restore implements Callable<Integer> {

        private final Terminal terminal;

        @Mixin
        private NamedBackend backend = new NamedBackend();

        Restore(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            return changed(terminal, backend, "restore", "restored " + backend.shown());
        }
    }

    @Command(
            name = "drain",
            description = "Takes a backend out of service: it is still checked, but its models are not offered.",
            footer = {"", "Example:  nexus backends drain gpu-1"},
            exitCodeListHeading = EXIT,
            exitCodeList = {"0:it is draining", "2:unknown name", "3:no Nexus answers"})
    static final class Drain implements Callable<Integer> {

        private final Terminal terminal;

        @Mixin
        private NamedBackend backend = new NamedBackend();

        Drain(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            return changed(terminal, backend, "drain", backend.shown() + " is draining");
        }
    }

    @Command(
            name = "undrain",
            description = "Puts a draining backend back: it is unknown until its checks say more, the first at once.",
            footer = {"", "Example:  nexus backends undrain gpu-1"},
            exitCodeListHeading = EXIT,
            exitCodeList = {"0:it is back", "2:unknown name", "3:no Nexus answers"})
    static final class Undrain implements Callable<Integer> {

        private final Terminal terminal;

        @Mixin
        private NamedBackend backend = new NamedBackend();

        Undrain(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            return changed(terminal, backend, "undrain", backend.shown() + " is back in service, and checked at once");
        }
    }

    private static int changed(Terminal terminal, NamedBackend backend, String action, String said) {
        var answer = backend.order(terminal, action, ApiClient.TIMEOUT_MILLIS);
        terminal.println(said);
        terminal.print(NamedBackend.notes(answer.json()));
        return ExitCode.OK;
    }
}
