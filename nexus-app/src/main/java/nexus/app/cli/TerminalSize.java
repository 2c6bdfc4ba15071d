package nexus.app.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Asks the terminal itself how wide it is: shells know it as `COLUMNS`, but don't pass it on.
final class TerminalSize {

    private static final Pattern ROWS_COLUMNS = Pattern.compile("\\d+ ([1-9]\\d{0,3})\\s*");

    private TerminalSize() {}

    /// The columns of the terminal at standard input; empty where `stty` (POSIX) is missing or doesn't know.
    static OptionalInt columns() {
        try {
            var stty = new ProcessBuilder("stty", "size")
                    .redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            if (!stty.waitFor(1, TimeUnit.SECONDS)) {
                stty.destroyForcibly();
                return OptionalInt.empty();
            }
            return parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    static OptionalInt parse(String size) {
        var matcher = ROWS_COLUMNS.matcher(size);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
