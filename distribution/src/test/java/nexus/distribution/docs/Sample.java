package nexus.distribution.docs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Compares an output with the one that a page shows, line by line.
final class Sample {

    /// A line that stands for any number of lines; within a line for any text.
    private static final String REST = "...";

    private Sample() {}

    /// @return the first difference; empty where there is none
    static Optional<String> difference(String shown, String printed) {
        var rest = new ArrayDeque<>(printed.lines().toList());
        boolean skipping = false;
        for (var line : trimmed(shown)) {
            if (line.strip().equals(REST)) {
                skipping = true;
                continue;
            }
            var pattern = pattern(line);
            while (skipping && !rest.isEmpty() && !matches(pattern, rest.peek())) {
                rest.poll();
            }
            if (rest.isEmpty() || !matches(pattern, rest.peek())) {
                return Optional.of(
                        "shown is:  " + line + "\n printed:  " + (rest.isEmpty() ? "(nothing)" : rest.peek()));
            }
            rest.poll();
            skipping = false;
        }
        rest.removeIf(String::isBlank);
        return skipping || rest.isEmpty() ? Optional.empty() : Optional.of("printed beyond what is shown: " + rest);
    }

    /// Blank lines at the end say nothing.
    private static List<String> trimmed(String text) {
        return new ArrayList<>(text.stripTrailing().lines().toList());
    }

    private static boolean matches(Pattern shown, String printed) {
        return shown.matcher(Moment.masked(printed)).matches();
    }

    private static Pattern pattern(String line) {
        var masked = Moment.masked(line);
        var parts = Arrays.stream(masked.split(Pattern.quote(REST), -1));
        return Pattern.compile(parts.map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
