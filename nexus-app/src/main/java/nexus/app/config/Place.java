package nexus.app.config;

/// A place in the walked table, by both names that it has.
///
/// @param key     within the table: `server.port`, `labels.a.b`
/// @param shown   the user's: `server.port`, `backends[0].labels."a.b"`
/// @param entry whether it is in the table of a backend or a receiver, not a section's
record Place(String key, String shown, boolean entry) {

    static final Place ROOT = new Place("", "", false);

    /// An entry's own table.
    ///
    /// @param shown empty for an entry that stands alone
    static Place entry(String shown) {
        return new Place("", shown, true);
    }

    Place child(String name) {
        return new Place(join(key, name), join(shown, Shown.key(name)), entry);
    }

    private static String join(String parent, String name) {
        return parent.isEmpty() ? name : parent + "." + name;
    }
}
