package nexus.app.cli;

import java.util.ArrayList;
import java.util.List;
import nexus.app.log.Printable;

/// Tells the demo's troubles, each in a line; those of the time before [#begin] wait for it, so that a reader sees
/// first what this is. Thread-safe.
final class Narration {

    private final Terminal terminal;
    private final List<String> waiting = new ArrayList<>();
    private boolean begun;

    Narration(Terminal terminal) {
        this.terminal = terminal;
    }

    synchronized void tell(String line) {
        if (begun) {
            print(line);
        } else {
            waiting.add(line);
        }
    }

    synchronized void begin() {
        begun = true;
        waiting.forEach(this::print);
        terminal.out().flush();
    }

    private void print(String line) {
        terminal.println("demo: " + Printable.text(line));
        terminal.out().flush();
    }
}
