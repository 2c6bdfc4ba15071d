package nexus.app.discover;

import java.util.Collection;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendEntry;
import nexus.app.config.BackendSource;
import nexus.app.config.BackendUrl;

/// A server that announces itself and is of a known type.
///
/// @param name fit for a configuration, unique, the same as long as it stays
/// @param how  how the type is known
/// @param host the name that it gives its machine; any characters
public record Neighbour(String name, BackendUrl url, String type, String how, String host) {

    /// As a user would have written it.
    public BackendEntry entry() {
        return BackendEntry.of(name, url.toString(), type);
    }

    /// Whether the user has named it already, under this name, or at this place in other words.
    ///
    /// @param fleet discovered ones in it don't count
    public boolean isIn(Collection<BackendConfig> fleet) {
        return fleet.stream()
                .filter(backend -> backend.source() != BackendSource.DISCOVERED)
                .anyMatch(backend -> backend.name().equals(name) || isAt(backend.url()));
    }

    private boolean isAt(BackendUrl other) {
        if (other.port() != url.port()) {
            return false;
        }
        String named = other.host();
        return named.equals(url.host())
                || named.equalsIgnoreCase(host)
                || (named + ".local").equalsIgnoreCase(host)
                || NearAddresses.isHere(named) && NearAddresses.isHere(url.host());
    }
}
