package nexus.app.history.store;

/// What the two databases write differently; all other commands are the same for both.
enum Dialect {
    SQLITE("INTEGER", "BLOB", " WITHOUT ROWID"),
    POSTGRESQL("BIGINT", "BYTEA", "");

    private final String number;
    private final String bytes;
    private final String byKey;

    /// @param number 64 bits; as the key of a table, the place of a row
    /// @param bytes  any bytes
    /// @param byKey  what says that rows lie in the order of the key
    Dialect(String number, String bytes, String byKey) {
        this.number = number;
        this.bytes = bytes;
        this.byKey = byKey;
    }

    /// @param script with `:number`, `:bytes` and `:by_key`
    String translate(String script) {
        return script.replace(":number", number).replace(":bytes", bytes).replace(":by_key", byKey);
    }
}
