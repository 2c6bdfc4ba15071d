package nexus.app.config;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A [BackendEntry], or a table in it, for the walk along the schema.
///
/// @param path  of the table within the entry: empty, or ends with a dot
/// @param start where the entry stands
/// @param lines of its keys, as [KeyLines] packs them
record EntryTable(Map<?, ?> settings, String path, Where start, int[] lines) implements RawTable {

    static EntryTable of(BackendEntry entry) {
        return new EntryTable(entry.settings(), "", entry.start(), entry.lines());
    }

    @Override
    public Set<String> names() {
        return settings.keySet().stream().map(String.class::cast).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Object value(String name) {
        Object value = settings.get(name);
        return value instanceof Map<?, ?> table ? new EntryTable(table, path + name + ".", start, lines) : value;
    }

    @Override
    public Where where(String name, String shown) {
        // What is not packed is a label or a header, which stands where its table does.
        int line = KeyLines.line(lines, path + name)
                .orElse(KeyLines.line(lines, path.replace(".", "")).orElse(start.line()));
        return new Where(start.origin(), line, line == 0 ? 0 : 1, shown);
    }
}
