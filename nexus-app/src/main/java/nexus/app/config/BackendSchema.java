package nexus.app.config;

import java.util.LinkedHashMap;
import java.util.Map;

/// The keys of one `[[backends]]` entry.
final class BackendSchema {

    static final Key KEY =
            Key.section(new Shape.Tables("a backend"), "one for each server that is watched; at most 50000");

    private static final String COMMON = "for this backend alone";
    private static final String INHERITED = "that of [health_check]";

    private BackendSchema() {}

    /// @param types every accepted spelling of a probe type, to the type
    static Shape.Section section(Map<String, String> types) {
        var keys = new LinkedHashMap<String, Key>();
        address(keys, types);
        request(keys);
        keys.put("interval_seconds", Key.unset(Forms.INTERVAL, INHERITED, "10", COMMON));
        keys.put("timeout_seconds", Key.unset(Forms.TIMEOUT, INHERITED, "2.5", COMMON));
        keys.put("failure_threshold", Key.unset(Forms.THRESHOLD, INHERITED, "5", COMMON));
        keys.put("recovery_threshold", Key.unset(Forms.THRESHOLD, INHERITED, "1", COMMON));
        keys.put(
                "health_path",
                Key.unset(
                        new Scalar.Text("a path like \"/health\", printable ASCII", Rules::isPath),
                        "the type's own",
                        "\"/v1/models\"",
                        "requested instead of the type's own path. The answer is read as the type reads its own"));
        keys.put("on_parse_error", Key.unset(Forms.ON_PARSE_ERROR, INHERITED, "\"alive\"", COMMON));
        keys.put(
                "tls",
                Key.unset(
                        tls(),
                        "Java's trust store, checked",
                        "{ ca_file = \"certs/ca.pem\" }",
                        "how an https server is trusted"));
        return Schema.section(keys);
    }

    private static void address(Map<String, Key> keys, Map<String, String> types) {
        keys.put("name", Key.required(Forms.NAME, "\"gpu-1\"", "unique; of letters, digits, dots, _ and -"));
        keys.put(
                "url",
                Key.required(
                        new UrlValue(),
                        "\"http://gpu-1.example.com:8001\"",
                        "its address, http or https; a trailing / or /v1 makes no difference. Any other path is kept, as a prefix of "
                                + "every request; no user info, no query"));
        keys.put(
                "type",
                Key.required(
                        new TypeValue(types),
                        "\"vllm\"",
                        "what kind of server it is. 'nexus probes' lists the types, and 'nexus check URL' finds it out"));
        keys.put(
                "priority",
                Key.usual(
                        new Scalar.Whole(0, 1_000_000),
                        "50",
                        "1",
                        "a lower number lists this backend earlier among those that serve a model. Checks and statuses do "
                                + "not depend on it"));
        keys.put("enabled", Key.usual(Forms.SWITCH, "true", "false", "false: listed, not checked, not counted"));
        keys.put(
                "labels",
                Key.usual(
                        Forms.LABELS,
                        "{}",
                        "{ room = \"4.12\", owner = \"research\" }",
                        "labels of your own, shown by the API. At most 64, names of 1 to 64 characters; [[notify]] can "
                                + "select by them"));
    }

    private static void request(Map<String, Key> keys) {
        keys.put(
                "api_key_env",
                Key.unset(
                        Forms.VARIABLE,
                        "no key is sent",
                        "\"GPU1_API_KEY\"",
                        "the variable that holds the key; sent as Authorization: Bearer. It must be set and not empty"));
        keys.put(
                "headers",
                Key.usual(
                        new Shape.Named(Rules::header, new Scalar.Hidden(Rules.HEADER_VALUE, Rules::isFieldValue)),
                        "{}",
                        "{ X-Team = \"research\", X-Token = \"env:GPU1_TOKEN\" }",
                        "sent with every request; env:NAME is the value of that variable. At most 64; Host, Connection "
                                + "and the like are Nexus's own; values are never shown"));
    }

    private static Shape.Section tls() {
        var keys = new LinkedHashMap<String, Key>();
        keys.put(
                "ca_file",
                Key.unset(
                        Forms.PEM,
                        "Java's trust store",
                        "\"certs/ca.pem\"",
                        "the CAs that are trusted for this backend, instead of Java's trust store. Relative to the "
                                + "configuration file, and read with it: a file with new content restarts the backend at "
                                + "the next reload"));
        keys.put(
                "insecure",
                Key.usual(
                        Forms.SWITCH,
                        "false",
                        "true",
                        "true: neither certificate nor name is checked. Anyone on the network path can then answer in "
                                + "the server's place, and gets the key"));
        return Schema.section(keys);
    }
}
