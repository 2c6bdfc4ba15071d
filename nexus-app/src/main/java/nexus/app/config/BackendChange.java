package nexus.app.config;

import java.util.List;

/// What becomes of one backend. Where several keys changed, the strongest of them names the change.
public sealed interface BackendChange {

    String name();

    /// What is different, in the order of the file's documentation; empty for one that comes or goes.
    List<KeyChange> keys();

    /// It was not there.
    record Added(String name, String type, String url) implements BackendChange {
        @Override
        public List<KeyChange> keys() {
            return List.of();
        }
    }

    /// It is not there any more.
    record Removed(String name, String type, String url) implements BackendChange {
        @Override
        public List<KeyChange> keys() {
            return List.of();
        }
    }

    /// It is asked otherwise than before, or asked again: its state starts anew.
    record Restarted(String name, List<KeyChange> keys) implements BackendChange {
        public Restarted {
            keys = List.copyOf(keys);
        }
    }

    /// It is not asked any more.
    record Disabled(String name, List<KeyChange> keys) implements BackendChange {
        public Disabled {
            keys = List.copyOf(keys);
        }
    }

    /// It is asked at other times; its state stays.
    record Retimed(String name, List<KeyChange> keys) implements BackendChange {
        public Retimed {
            keys = List.copyOf(keys);
        }
    }

    /// It is judged or shown otherwise: thresholds, priority, labels, `on_parse_error`; its state stays.
    record Changed(String name, List<KeyChange> keys) implements BackendChange {
        public Changed {
            keys = List.copyOf(keys);
        }
    }
}
