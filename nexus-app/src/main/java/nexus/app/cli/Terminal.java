package nexus.app.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Where a command reads its surroundings and prints.
///
/// @param out         what was asked for; writes UTF-8 whatever the locale says
/// @param err         why it could not be had
/// @param env         the environment
/// @param interactive whether a person looks at `out`; asked only when it matters, since finding out costs time
record Terminal(PrintStream out, PrintStream err, Map<String, String> env, BooleanSupplier interactive) {

    /// Terminals are hardly ever narrower.
    static final int USUAL_WIDTH = 80;

    /// Colour only for people, and not for those who said no (no-color.org).
    boolean isColoured() {
        return env.getOrDefault("NO_COLOR", "").isEmpty()
                && !env.getOrDefault("TERM", "").equals("dumb")
                && interactive.getAsBoolean();
    }

    /// Whether a person looks at it.
    boolean isInteractive() {
        return interactive.getAsBoolean();
    }

    /// Whether more than ASCII can be shown: a locale that says otherwise is believed (POSIX, `LC_ALL` before
    /// `LC_CTYPE` before `LANG`); where none is set, as in containers, most terminals can.
    boolean isUnicode() {
        return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> env.getOrDefault(name, ""))
                .filter(locale -> !locale.isEmpty())
                .findFirst()
                .map(locale -> locale.toLowerCase(Locale.ROOT).matches(".*utf-?8.*"))
                .orElse(true);
    }

    /// The columns that lines may take; empty: any number.
    ///
    /// @param wanted what is needed; up to [#USUAL_WIDTH] the terminal isn't asked, which costs a process
    OptionalInt width(int wanted) {
        String columns = env.getOrDefault("COLUMNS", "");
        boolean known = columns.matches("[1-9]\\d{0,3}");
        if (!known && wanted <= USUAL_WIDTH || !interactive.getAsBoolean()) {
            return OptionalInt.empty();
        }
        return known ? OptionalInt.of(Integer.parseInt(columns)) : TerminalSize.columns();
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
