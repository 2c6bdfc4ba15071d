package nexus.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a running program wrote to one of its streams so far.
public final class Transcript {

    /// The contract's line begins with its level; a timestamp stands before it.
    private static final Pattern TIMESTAMP = Pattern.compile("^\\S+ +(?=(TRACE|DEBUG|INFO|WARN|ERROR) )");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    PrintStream stream() {
        return stream;
    }

    public String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// Whole lines, log lines without their timestamp.
    public List<String> lines() {
        String text = text();
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(line -> TIMESTAMP.matcher(line).replaceFirst(""))
                .toList();
    }

    public List<String> lines(String regex) {
        return lines().stream()
                .filter(Pattern.compile(regex).asMatchPredicate())
                .toList();
    }

    /// Waits for a line that is this regular expression from end to end, and returns the first.
    public String awaitLine(String regex) {
        Predicate<String> fits = Pattern.compile(regex).asMatchPredicate();
        return Eventually.seen(
                        "a line like " + regex,
                        this::lines,
                        lines -> lines.stream().anyMatch(fits))
                .stream()
                .filter(fits)
                .findFirst()
                .orElseThrow();
    }
}
