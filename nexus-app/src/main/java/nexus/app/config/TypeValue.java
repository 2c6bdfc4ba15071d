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
        String hint = value instanceof String text ? Nearest.hint(text, names.keySet()) : "";
        return Verdict.expected(allowed(), Shown.value(value) + hint);
    }
}
