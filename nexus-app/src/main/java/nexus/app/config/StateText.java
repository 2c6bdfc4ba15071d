package nexus.app.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The text of a state file: TOML, with the same `[[backends]]` as the configuration file.
final class StateText {

    /// As many as the configuration file may have.
    private static final int MOST_BACKENDS = 50_000;

    private static final String HEADER =
            "# Written by Nexus: what was changed while it ran, on top of its configuration file. Stop it before you edit.\n";
    private static final String REMOVED = "removed";
    private static final String DRAINED = "drained";
    private static final String EXPECTED = "an array of backends' names";

    private StateText() {}

    static String of(RuntimeChanges changes) {
        var text = new StringBuilder(HEADER)
                .append(TomlWriter.line(REMOVED, changes.removed()))
                .append(TomlWriter.line(DRAINED, changes.drained()));
        changes.added().forEach(entry -> text.append('\n').append(TomlWriter.backend(entry)));
        return text.toString();
    }

    /// Reads the text back. What entries say is not judged yet: [ConfigSource] does that.
    ///
    /// @param origin the file as the user knows it
    /// @throws ConfigException with every problem
    static RuntimeChanges read(String origin, String text) {
        TomlFile file = TomlFile.parse(origin, text);
        var problems = new Problems();
        RawTable root = file.root();
        for (String name : root.names()) {
            if (!Set.of(REMOVED, DRAINED, TomlFile.BACKENDS).contains(name)) {
                problems.add(root.where(name, Shown.key(name)), "unknown key; known here: removed, drained, backends");
            }
        }
        Set<String> removed = names(root, REMOVED, problems);
        Set<String> drained = names(root, DRAINED, problems);
        var added = new ArrayList<BackendEntry>();
        if (!file.isTooMany(MOST_BACKENDS, problems)) {
            file.backends((_, element, start) -> {
                if (element instanceof RawTable entry) {
                    added.add(entry(entry, start));
                } else {
                    problems.add(start, "expected a table, found " + Shown.value(element));
                }
            });
        }
        problems.throwIfAny();
        return new RuntimeChanges(added, removed, drained);
    }

    private static Set<String> names(RawTable root, String key, Problems problems) {
        if (!root.names().contains(key)) {
            return Set.of();
        }
        Where where = root.where(key, key);
        if (!(root.value(key) instanceof List<?> list)) {
            problems.add(where, "expected " + EXPECTED + ", found " + Shown.value(root.value(key)));
            return Set.of();
        }
        var names = new LinkedHashSet<String>();
        for (Object element : list) {
            if (element instanceof String name && Rules.isName(name)) {
                names.add(name);
            } else {
                problems.add(where, "expected " + EXPECTED + ", found " + Shown.value(element) + " in it");
            }
        }
        return names;
    }

    private static BackendEntry entry(RawTable table, Where start) {
        var places = new HashMap<String, Where>();
        return new BackendEntry(settings(table, "", places), start, KeyLines.of(places));
    }

    private static Map<String, Object> settings(RawTable table, String path, Map<String, Where> places) {
        var settings = new LinkedHashMap<String, Object>();
        table.names().stream()
                .sorted((one, other) -> Where.FILE_ORDER.compare(table.where(one, ""), table.where(other, "")))
                .forEach(name -> {
                    places.put(path + name, table.where(name, ""));
                    Object value = table.value(name);
                    settings.put(
                            name, value instanceof RawTable inner ? settings(inner, path + name + ".", places) : value);
                });
        return settings;
    }
}
