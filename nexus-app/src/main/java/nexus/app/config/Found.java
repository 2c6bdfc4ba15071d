package nexus.app.config;

import java.util.HashMap;
import java.util.Map;

/// What a walk along the schema found: the values that are allowed, and the place of every key, allowed or not.
/// Both by the key within the walked table: `server.port`, `labels.a.b`, `tls.ca_file`.
record Found(Map<String, String> values, Map<String, Where> places) {

    Found() {
        this(new HashMap<>(), new HashMap<>());
    }
}
