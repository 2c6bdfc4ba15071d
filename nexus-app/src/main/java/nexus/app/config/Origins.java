package nexus.app.config;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/// Where each setting of a fleet comes from. Immutable; about a hundred bytes a backend.
public final class Origins {

    /// Everything is a default.
    public static final Origins NONE = new Origins(Map.of(), "", Map.of(), "", Map.of());

    private static final String CHECKS = "health_check.";
    private static final String INTERVAL = "interval_seconds";
    private static final Set<String> INHERITED = Set.of(
            INTERVAL,
            "timeout_seconds",
            "failure_threshold",
            "recovery_threshold",
            "startup_interval_seconds",
            "on_parse_error");
    /// Unset, these are the backend's own interval.
    private static final Set<String> INTERVALS = Set.of("transition_interval_seconds", "down_interval_seconds");

    private final Map<String, Origin> sections;
    private final String file;
    private final Map<String, int[]> fileLines;
    private final String state;
    private final Map<String, int[]> stateLines;

    /// @param fileLines by backend, as [KeyLines] packs them
    private Origins(
            Map<String, Origin> sections,
            String file,
            Map<String, int[]> fileLines,
            String state,
            Map<String, int[]> stateLines) {
        this.sections = Map.copyOf(sections);
        this.file = file;
        this.fileLines = fileLines;
        this.state = state;
        this.stateLines = stateLines;
    }

    /// The origins of one file, with the layers above it. Takes the map of lines over.
    static Origins of(Map<String, Origin> sections, String file, Map<String, int[]> lines) {
        return new Origins(sections, Shown.sentence(file), lines, "", Map.of());
    }

    /// With the added backends of a state file. Takes the map over.
    Origins with(String stateFile, Map<String, int[]> lines) {
        return new Origins(sections, file, fileLines, Shown.sentence(stateFile), lines);
    }

    /// Where a backend's setting comes from; one that it inherits from `[health_check]` comes from there.
    ///
    /// @param backend its name; one that is in no file inherits too
    /// @param key     `url`, `timeout_seconds`, `labels`, `tls.ca_file`, also `startup_interval_seconds`
    /// @return [Origin#DEFAULT] where nobody set it, and for keys that do not exist
    public Origin of(String backend, String key) {
        int[] added = stateLines.get(backend);
        int[] lines = added == null ? fileLines.getOrDefault(backend, new int[0]) : added;
        OptionalInt line = KeyLines.line(lines, key);
        if (line.isPresent()) {
            return added == null
                    ? new Origin(Origin.Kind.FILE, file + ":" + line.getAsInt())
                    : new Origin(Origin.Kind.STATE, stateText(line.getAsInt()));
        }
        if (INTERVALS.contains(key)) {
            return sections.containsKey(CHECKS + key) ? sections.get(CHECKS + key) : of(backend, INTERVAL);
        }
        return INHERITED.contains(key) ? of(CHECKS + key) : Origin.DEFAULT;
    }

    private String stateText(int line) {
        return line == 0 ? "added while Nexus runs" : state + ":" + line;
    }

    /// Where a section's setting comes from.
    ///
    /// @param key in full: `server.port`
    public Origin of(String key) {
        return sections.getOrDefault(key, Origin.DEFAULT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Origins that
                && sections.equals(that.sections)
                && file.equals(that.file)
                && state.equals(that.state)
                && same(fileLines, that.fileLines)
                && same(stateLines, that.stateLines);
    }

    private static boolean same(Map<String, int[]> one, Map<String, int[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream()
                        .allMatch(entry -> Arrays.equals(entry.getValue(), other.get(entry.getKey())));
    }

    @Override
    public int hashCode() {
        return sections.hashCode();
    }

    @Override
    public String toString() {
        return "Origins[" + (fileLines.size() + stateLines.size()) + " backends]";
    }
}
