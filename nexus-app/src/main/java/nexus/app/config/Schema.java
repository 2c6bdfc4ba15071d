package nexus.app.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every key of the file, with its type and range; the example file at the root explains them to the user.
final class Schema {

    /// Checks that are closer together are a load test. One day at most.
    private static final Scalar INTERVAL = Scalar.Seconds.of("0.05", "86400");
    private static final Scalar TIMEOUT = Scalar.Seconds.of("0.001", "3600");
    private static final Scalar THRESHOLD = new Scalar.Whole(1, 1000);
    private static final Scalar ON_PARSE_ERROR = new Scalar.Word(List.of("fail", "alive"));
    private static final Scalar SWITCH = new Scalar.Switch();
    private static final Scalar FILE = new Scalar.Text("the name of a PEM file", text -> !text.isBlank());

    private final Shape.Section root;
    private final Shape.Section backend;
    private final Shape.Section receiver = ReceiverSchema.section();

    /// @param types every accepted spelling of a probe type, to the type
    Schema(Map<String, String> types) {
        var keys = new LinkedHashMap<String, Shape>();
        keys.put("server", server());
        keys.put("health_check", healthCheck());
        keys.put("discovery", discovery());
        keys.put("history", history());
        keys.put("logging", logging());
        keys.put(TomlFile.RECEIVERS, new Shape.Tables("a receiver"));
        keys.put(TomlFile.BACKENDS, new Shape.Tables("a backend"));
        root = section(keys);
        backend = backend(types);
    }

    Shape.Section root() {
        return root;
    }

    /// One entry of `[[backends]]`.
    Shape.Section backend() {
        return backend;
    }

    /// One entry of `[[notify]]`.
    Shape.Section receiver() {
        return receiver;
    }

    /// The scalars of the sections by their full key, `server.port`: what flags and the environment can set.
    Map<String, Scalar> settings() {
        var settings = new LinkedHashMap<String, Scalar>();
        root.keys().forEach((name, shape) -> {
            if (shape instanceof Shape.Section section) {
                section.keys().forEach((key, scalar) -> settings.put(name + "." + key, (Scalar) scalar));
            }
        });
        return settings;
    }

    /// The section that a key written at the wrong place belongs to.
    Optional<String> homeOf(String key) {
        return root.keys().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Shape.Section section
                        && section.keys().containsKey(key)
                        && !key.equals("enabled"))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Shape.Section server() {
        var keys = new LinkedHashMap<String, Shape>();
        keys.put("host", new Scalar.Text("a host name or an IP address, without a port", Rules::isHost));
        keys.put("port", new Scalar.Whole(0, 65535));
        keys.put("ready_min_healthy", new Scalar.Whole(0, 1_000_000));
        keys.put("admin_token_env", new Scalar.Hidden("the name of an environment variable", Rules::isVariable));
        keys.put("allowed_hosts", new Scalar.Texts("a host name or an IP address, without a port", Rules::isHost));
        keys.put("tls_cert_file", FILE);
        keys.put("tls_key_file", FILE);
        keys.put("state_file", new Scalar.Text("the name of a file", text -> !text.isBlank()));
        keys.put("reload_on_change", SWITCH);
        return section(keys);
    }

    private static Shape.Section discovery() {
        var keys = new LinkedHashMap<String, Shape>();
        keys.put("enabled", SWITCH);
        keys.put("networks", new Scalar.Texts("an address range like \"10.0.0.0/24\"", Rules::isNetwork));
        return section(keys);
    }

    private static Shape.Section history() {
        var keys = new LinkedHashMap<String, Shape>();
        keys.put("enabled", SWITCH);
        keys.put("file", new Scalar.Text("the name of a file", text -> !text.isBlank()));
        keys.put("url", new Scalar.Hidden(Rules.DATABASE_URL, Rules::isDatabaseUrl));
        keys.put("user", new Scalar.Text("the name of a user", text -> !text.isBlank()));
        keys.put("password_env", new Scalar.Hidden("the name of an environment variable", Rules::isVariable));
        keys.put("max_events", new Scalar.Whole(1000, 100_000_000));
        return section(keys);
    }

    private static Shape.Section healthCheck() {
        var keys = new LinkedHashMap<String, Shape>();
        keys.put("enabled", SWITCH);
        keys.put("interval_seconds", INTERVAL);
        keys.put("timeout_seconds", TIMEOUT);
        keys.put("failure_threshold", THRESHOLD);
        keys.put("recovery_threshold", THRESHOLD);
        keys.put("startup_interval_seconds", INTERVAL);
        keys.put("transition_interval_seconds", INTERVAL);
        keys.put("down_interval_seconds", INTERVAL);
        keys.put("max_body_bytes", new Scalar.Whole(1024, 268_435_456));
        keys.put("on_parse_error", ON_PARSE_ERROR);
        return section(keys);
    }

    private static Shape.Section logging() {
        var keys = new LinkedHashMap<String, Shape>();
        keys.put("level", new Scalar.Word(List.of("trace", "debug", "info", "warn", "error", "off")));
        keys.put("format", new Scalar.Word(List.of("pretty", "json")));
        return section(keys);
    }

    private static Shape.Section backend(Map<String, String> types) {
        var keys = new LinkedHashMap<String, Shape>();
        keys.put("name", new Scalar.Text("1 to 64 of the characters A-Z a-z 0-9 . _ -", Rules::isName));
        keys.put("url", new Scalar.Url());
        keys.put("type", new Scalar.Type(types));
        keys.put("priority", new Scalar.Whole(0, 1_000_000));
        keys.put("enabled", SWITCH);
        keys.put("labels", new Shape.Named(Rules::label, new Scalar.Text("a string", text -> true)));
        keys.put("api_key_env", new Scalar.Hidden("the name of an environment variable", Rules::isVariable));
        keys.put("headers", new Shape.Named(Rules::header, new Scalar.Hidden(Rules.HEADER_VALUE, Rules::isFieldValue)));
        keys.put("interval_seconds", INTERVAL);
        keys.put("timeout_seconds", TIMEOUT);
        keys.put("failure_threshold", THRESHOLD);
        keys.put("recovery_threshold", THRESHOLD);
        keys.put("health_path", new Scalar.Text("a path like \"/health\", printable ASCII", Rules::isPath));
        keys.put("on_parse_error", ON_PARSE_ERROR);
        keys.put("tls", tls());
        return new Shape.Section(Collections.unmodifiableMap(keys), Set.of("name", "url", "type"));
    }

    private static Shape.Section tls() {
        var keys = new LinkedHashMap<String, Shape>();
        keys.put("ca_file", FILE);
        keys.put("insecure", SWITCH);
        return section(keys);
    }

    private static Shape.Section section(Map<String, Shape> keys) {
        return new Shape.Section(Collections.unmodifiableMap(keys), Set.of());
    }
}
