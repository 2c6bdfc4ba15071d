package nexus.app.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The parameters of a query, decoded; one that is given several times keeps all its values.
final class QueryText {

    private final Map<String, List<String>> values;

    private QueryText(Map<String, List<String>> values) {
        this.values = values;
    }

    /// @param raw what stands after the question mark, without it
    static QueryText parse(String raw) throws BadParameter {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                values.computeIfAbsent(name, _ -> new ArrayList<>(1))
                        .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return new QueryText(values);
    }

    /// Refuses every parameter that is not one of these: a misspelt filter must not pass as no filter.
    QueryText only(Set<String> known) throws BadParameter {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw new BadParameter(name, "unknown parameter; known are " + String.join(", ", known));
            }
        }
        return this;
    }

    /// The one value of a parameter.
    Optional<String> one(String name) throws BadParameter {
        var all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw new BadParameter(name, name + " is given " + all.size() + " times; once is enough");
        }
        return all.stream().findFirst();
    }

    /// All values of a parameter, each a comma-separated list; empty when it is not given.
    List<String> many(String name) {
        var all = values.getOrDefault(name, List.of());
        return all.stream()
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .toList();
    }

    private static String decoded(String raw) throws BadParameter {
        return Percent.inQuery(raw).orElseThrow(() -> new BadParameter("query", "malformed percent sign in the query"));
    }
}
