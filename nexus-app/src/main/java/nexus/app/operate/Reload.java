package nexus.app.operate;

import java.util.List;
import java.util.Objects;
import nexus.app.config.BackendChange;
import nexus.app.config.KeyChange;

/// What a configuration changes, or has changed.
///
/// @param applied       false: it was only asked what would be
/// @param backends      what becomes of each backend that does not stay as it is
/// @param settings      other settings that follow at once
/// @param restartNeeded those that a running Nexus can't follow
/// @param notes         sentences for whoever asked
public record Reload(
        boolean applied,
        List<BackendChange> backends,
        List<KeyChange> settings,
        List<KeyChange> restartNeeded,
        List<String> notes) {

    public Reload {
        backends = List.copyOf(backends);
        settings = List.copyOf(settings);
        restartNeeded = List.copyOf(restartNeeded);
        notes = List.copyOf(notes);
        Objects.requireNonNull(notes, "notes");
    }

    Reload done() {
        return new Reload(true, backends, settings, restartNeeded, notes);
    }

    <T extends BackendChange> long count(Class<T> kind) {
        return backends.stream().filter(kind::isInstance).count();
    }
}
