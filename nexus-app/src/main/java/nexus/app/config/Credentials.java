package nexus.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What a backend is sent to let Nexus in: keys and headers, from the variables that name them. No value of one
/// ever enters a problem. Confined to one load.
final class Credentials {

    static final String FROM_VARIABLE = "env:";

    private final Map<String, String> env;
    private final Problems problems;

    Credentials(Map<String, String> env, Problems problems) {
        this.env = env;
        this.problems = problems;
    }

    Optional<BackendConfig.Credential> apiKey(Settings entry) {
        Where where = entry.where("api_key_env");
        return entry.text("api_key_env")
                .flatMap(name -> variable(name, where).map(key -> new BackendConfig.Credential(name, new Secret(key))));
    }

    List<BackendConfig.Header> headers(Settings entry) {
        var headers = new ArrayList<BackendConfig.Header>();
        var seen = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
        Settings table = entry.at("headers");
        entry.table("headers").forEach((name, value) -> {
            Where where = table.where(name);
            if (!seen.add(name)) {
                problems.add(where, "this header stands here already: case makes no difference");
            }
            if (name.toLowerCase(Locale.ROOT).equals("authorization") && entry.isSet("api_key_env")) {
                problems.add(where, "api_key_env makes this header already: keep one of the two");
            }
            boolean fromVariable = value.startsWith(FROM_VARIABLE);
            value(value, where)
                    .ifPresent(text -> headers.add(new BackendConfig.Header(name, new Secret(text), fromVariable)));
        });
        return headers;
    }

    private Optional<String> value(String value, Where where) {
        if (!value.startsWith(FROM_VARIABLE)) {
            return Optional.of(value);
        }
        String name = value.substring(FROM_VARIABLE.length());
        if (!Rules.isVariable(name)) {
            problems.add(where, "expected the name of an environment variable after \"env:\" (the value is not shown)");
            return Optional.empty();
        }
        return variable(name, where);
    }

    /// A variable's value, if a header can carry it.
    Optional<String> variable(String name, Where where) {
        String value = env.get(name);
        String trouble = value == null
                ? "is not set"
                : value.isEmpty()
                        ? "is set, but empty"
                        : Rules.isFieldValue(value) ? "" : "holds what no header can carry: only printable ASCII";
        if (!trouble.isEmpty()) {
            problems.add(where, "the environment variable " + Rules.shownVariable(name) + " " + trouble);
            return Optional.empty();
        }
        return Optional.of(value);
    }
}
