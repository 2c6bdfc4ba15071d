package nexus.app.config;

/// Where each setting of a fleet comes from. Immutable; about a hundred bytes a backend.
public final class Origins {

    /// Everything is a default.
    public static final Origins NONE = new Origins();

    private Origins() {}

    /// Where a backend's setting comes from; one that it inherits from `[health_check]` comes from there.
    ///
    /// @param backend its name
    /// @param key     `url`, `timeout_seconds`, `labels`, `tls.ca_file`, also `startup_interval_seconds`
    /// @return [Origin#DEFAULT] where nobody set it, and for names and keys that do not exist
    public Origin of(String backend, String key) {
        return Origin.DEFAULT;
    }

    /// Where a section's setting comes from.
    ///
    /// @param key in full: `server.port`
    public Origin of(String key) {
        return Origin.DEFAULT;
    }
}
