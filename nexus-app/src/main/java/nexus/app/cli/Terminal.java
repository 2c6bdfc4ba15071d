package nexus.app.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/// Where a command reads its surroundings and prints.
///
/// @param out         what was asked for; writes UTF-8 whatever the locale says
/// @param err         why it could not be had
/// @param env         the environment
/// @param interactive whether a person looks at `out`; asked only when it matters, since finding out costs time
record Terminal(PrintStream out, PrintStream err, Map<String, String> env, BooleanSupplier interactive) {

    /// Colour only for people, and not for those who said no (no-color.org).
    boolean isColoured() {
        return env.getOrDefault("NO_COLOR", "").isEmpty()
                && !env.getOrDefault("TERM", "").equals("dumb")
                && interactive.getAsBoolean();
    }

    /// The columns that lines may take; empty: any number.
    OptionalInt width() {
        String columns = env.getOrDefault("COLUMNS", "");
        if (!columns.matches("[1-9]\\d{0,3}") || !interactive.getAsBoolean()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(columns));
    }

    /// A text without a line end of the platform's own: output is the same everywhere.
    void print(String text) {
        out.print(text);
    }

    void println(String line) {
        out.print(line + "\n");
    }

    void complain(String line) {
        err.print("nexus: " + line + "\n");
    }
}
