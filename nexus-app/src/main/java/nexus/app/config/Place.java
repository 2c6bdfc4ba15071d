package nexus.app.config;

import io.helidon.config.Config;

/// A place in the tree, by both names that it has.
///
/// @param key   Helidon's: `backends.0.labels.a~1b`
/// @param shown the user's: `backends[0].labels."a.b"`
record Place(String key, String shown) {

    static final Place ROOT = new Place("", "");

    Place child(String name) {
        String step = Config.Key.escapeName(name);
        return key.isEmpty()
                ? new Place(step, Shown.key(name))
                : new Place(key + "." + step, shown + "." + Shown.key(name));
    }

    Place element(int index) {
        return new Place(key + "." + index, shown + "[" + index + "]");
    }
}
