package nexus.app.config;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/// `[history]`: on unless it is switched off.
///
/// @param file      the database's file; empty: beside the configuration file ([ConfigSource]), or `server`
/// @param server    keeps the history instead of a file
/// @param maxEvents how many events are kept; positive
public record HistoryConfig(boolean enabled, Optional<Path> file, Optional<Server> server, int maxEvents) {

    public static final HistoryConfig DEFAULT = new HistoryConfig(true, Optional.empty(), Optional.empty(), 1_000_000);

    /// What a database's URL begins with.
    static final String POSTGRESQL = "jdbc:postgresql://";

    public HistoryConfig {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(server, "server");
    }

    /// A PostgreSQL database.
    ///
    /// @param url  `jdbc:postgresql://HOST[:PORT]/DATABASE[?...]`, without a password
    /// @param user empty: the database's own default
    public record Server(String url, Optional<String> user, Optional<Password> password) {

        public Server {
            Objects.requireNonNull(url, "url");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
        }

        /// For people: host and name alone.
        public String shown() {
            String rest = url.substring(POSTGRESQL.length());
            int options = rest.indexOf('?');
            return Shown.quoted(options < 0 ? rest : rest.substring(0, options));
        }
    }

    /// A password and where it came from.
    ///
    /// @param variable the environment variable, which may be shown
    public record Password(String variable, Secret secret) {}
}
