package nexus.app.operate;

import java.util.Map;
import java.util.Set;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendEntry;
import nexus.app.operate.OperateException.Kind;

/// Whether a backend may join what is in force, and under which name.
record Admission(Standing standing, TypeFinder types) {

    /// An entry that names a variable makes Nexus send a secret of its own to an address of the asker's choice:
    /// not for everybody who may change a fleet without proving who they are.
    ///
    /// @throws OperateException if it does and no token is configured
    void mayLend(BackendEntry entry) throws OperateException {
        boolean lends = entry.settings().containsKey("api_key_env")
                || entry.settings().get("headers") instanceof Map<?, ?> headers
                        && headers.values().stream()
                                .anyMatch(value -> String.valueOf(value).startsWith("env:"));
        if (lends && standing.config().server().adminToken().isEmpty()) {
            throw new OperateException(
                    Kind.NOT_ALLOWED,
                    "a variable of Nexus's environment may be named here only where [server] admin_token_env is set; "
                            + "without it, name it in the configuration file and reload");
        }
    }

    /// The entry with a name: its own, or one of type, host and port.
    BackendEntry named(BackendEntry entry) throws OperateException {
        if (entry.settings().containsKey("name")) {
            return entry;
        }
        var any = types.complete(entry.with("name", "unnamed"), standing.config());
        return entry.with("name", Naming.of(any.type(), any.url(), taken()));
    }

    /// @throws OperateException with every problem of the entry, or if its name is taken
    BackendConfig judged(BackendEntry entry) throws OperateException {
        var backend = types.complete(entry, standing.config());
        if (standing.backend(backend.name()).isPresent()) {
            throw OperateException.conflict("a backend is named \"" + backend.name() + "\" already");
        }
        if (taken().contains(backend.name())) {
            throw OperateException.conflict("the configuration file has a backend \"" + backend.name()
                    + "\", which was removed; restore brings it back");
        }
        return backend;
    }

    /// Names that mean a backend already, removed ones included: they may come back.
    private Set<String> taken() {
        var taken = standing.names();
        standing.config().backends().forEach(backend -> taken.add(backend.name()));
        return taken;
    }
}
