package nexus.distribution.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Compares the keys of two JSON documents, and what kind of value each has. The elements of a list count as one.
final class JsonShape {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> paths = new TreeSet<>();
    /// Below these anything may be: `{...}`, `[...]`, `"..."`.
    private final Set<String> open = new TreeSet<>();

    private JsonShape() {}

    /// @return the first difference; empty where there is none
    static Optional<String> difference(String shown, String printed) {
        var wanted = of(shown.replace("{...}", "\"...\"").replace("[...]", "\"...\""));
        var found = of(printed);
        wanted.open.forEach(open -> {
            wanted.paths.removeIf(path -> isBelow(path, open));
            found.paths.removeIf(path -> isBelow(path, open));
        });
        var missing = new TreeSet<>(wanted.paths);
        missing.removeAll(found.paths);
        var untold = new TreeSet<>(found.paths);
        untold.removeAll(wanted.paths);
        return missing.isEmpty() && untold.isEmpty()
                ? Optional.empty()
                : Optional.of("shown only: " + missing + "\nprinted only: " + untold);
    }

    /// @throws AssertionError for what isn't JSON
    static void parse(String text) {
        read(text);
    }

    private static JsonShape of(String text) {
        var shape = new JsonShape();
        shape.add("", read(text));
        return shape;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + e.getOriginalMessage() + "\n" + text, e);
        }
    }

    private static boolean isBelow(String path, String open) {
        return path.startsWith(open + ":") || path.startsWith(open + ".") || path.startsWith(open + "[");
    }

    private void add(String path, JsonNode node) {
        if (node.isObject()) {
            paths.add(path + ": object");
            node.properties().forEach(entry -> add(path + "." + entry.getKey(), entry.getValue()));
        } else if (node.isArray()) {
            paths.add(path + ": list");
            node.forEach(element -> add(path + "[]", element));
        } else if (node.isTextual() && node.textValue().equals("...")) {
            open.add(path);
        } else {
            paths.add(path + ": " + node.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
