package nexus.app.config;

import java.util.Objects;

/// A changed key of a section, `server.port`.
///
/// @param atOnce false: it needs a restart of Nexus
public record SectionChange(KeyChange change, boolean atOnce) {

    public SectionChange {
        Objects.requireNonNull(change, "change");
    }
}
