package nexus.app.config;

import io.helidon.config.Config;

/// A place in the tree, by both names that it has.
///
/// @param key   Helidon's: `backends.0.12.labels.a~1b`
/// @param shown the user's: `backends[0].labels."a.b"`
record Place(String key, String shown) {

    /// Helidon Config builds a list in time that grows with the square of its length, on a stack that grows
    /// with it (10 000 elements: 18 s). A list of lists of this length keeps both small.
    static final int CHUNK = 128;

    static final Place ROOT = new Place("", "");

    Place child(String name) {
        String step = Config.Key.escapeName(name);
        return key.isEmpty()
                ? new Place(step, Shown.key(name))
                : new Place(key + "." + step, shown + "." + Shown.key(name));
    }

    /// An element of a list; in the tree it stands in a chunk of [#CHUNK].
    Place element(int index) {
        return new Place(key + "." + index / CHUNK + "." + index % CHUNK, shown + "[" + index + "]");
    }
}
