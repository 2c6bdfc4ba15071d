package nexus.app.history.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import nexus.app.events.EventStoreException;

/// What a database's failure means, in words with a fix. The driver's own message is never told: it may hold names,
/// commands, values.
final class Trouble {

    /// SQLite's first result codes (sqlite.org/rescode.html).
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int CORRUPT = 11;
    private static final int NOT_A_DATABASE = 26;

    private static final Map<Integer, String> SQLITE = Map.of(
            3,
            "may not be used: let Nexus read and write it and its folder",
            BUSY,
            "is locked by another program: close that one",
            LOCKED,
            "is locked by another program: close that one",
            8,
            "can't be written: let Nexus write it and its folder",
            10,
            "can't be read or written: look at the disk",
            CORRUPT,
            "is damaged",
            13,
            "can't grow: the disk is full",
            14,
            "can't be opened: there must be a folder where Nexus may write",
            NOT_A_DATABASE,
            "is damaged, or no database at all");

    /// PostgreSQL's codes, the longest that fits (its manual, appendix A).
    private static final Map<String, String> POSTGRESQL = Map.of(
            "28", "refuses Nexus: look at user and at the variable of password_env in [history]",
            "3D", "does not exist on that server: create it, or correct url in [history]",
            "42501", "lets Nexus create or use no tables: grant it the right to",
            "08", "can't be reached, or the connection broke",
            "53100", "can't grow: the server's disk is full",
            "53", "has no room for another connection",
            "57", "is being shut down, or is starting",
            "25006", "can be read only",
            "58", "has trouble with its own disk");

    private Trouble() {}

    static EventStoreException with(String place, SQLException failure) {
        return new EventStoreException(place + " " + words(failure), failure);
    }

    /// Whether the file will never be read again.
    static boolean isDamage(SQLException failure) {
        return failure.getErrorCode() == CORRUPT || failure.getErrorCode() == NOT_A_DATABASE;
    }

    private static String words(SQLException failure) {
        return failure.getSQLState() == null
                ? SQLITE.getOrDefault(failure.getErrorCode(), "failed with SQLite's code " + failure.getErrorCode())
                : postgresql(failure.getSQLState()).orElseGet(() -> "failed with SQL state " + failure.getSQLState());
    }

    private static Optional<String> postgresql(String state) {
        return POSTGRESQL.keySet().stream()
                .filter(state::startsWith)
                .reduce((one, other) -> one.length() > other.length() ? one : other)
                .map(POSTGRESQL::get);
    }
}
