package nexus.app.config;

import java.util.Map;
import java.util.stream.Collectors;

/// A probe type by its name or another accepted spelling; the name is what counts from here on.
record TypeValue(Map<String, String> names) implements Scalar {
    @Override
    public String allowed() {
        return "one of " + range();
    }

    @Override
    public String range() {
        return names.values().stream().distinct().sorted().collect(Collectors.joining(", "));
    }

    @Override
    public Verdict file(Object value) {
        if (value instanceof String text && names.containsKey(text)) {
            return new Verdict.Accepted(names.get(text));
        }
        return Verdict.expected(allowed(), Shown.value(value) + (value instanceof String text ? hint(text) : ""));
    }

    /// A running Nexus doesn't know what was laid into `plugins/` since, while `nexus probes` lists it.
    private String hint(String text) {
        String near = Nearest.hint(text, names.keySet());
        return near.isEmpty() ? "; plugins are loaded when Nexus starts" : near;
    }
}
