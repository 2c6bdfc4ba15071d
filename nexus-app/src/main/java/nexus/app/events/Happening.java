package nexus.app.events;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nexus.app.health.BackendStatus;

/// What an event says. Lists of names are cut at [#MAX_NAMES]; how many are not named is said beside them.
public sealed interface Happening {

    /// The most names in one list.
    int MAX_NAMES = 100;

    /// The words of all types, in the order of this file.
    List<String> TYPES = List.of(
            "status_changed",
            "cause_changed",
            "models_changed",
            "model_moved",
            "config_changed",
            "started",
            "stopped",
            "lost");

    /// The word for programs: `status_changed`.
    default String type() {
        return switch (this) {
            case StatusChanged _ -> "status_changed";
            case CauseChanged _ -> "cause_changed";
            case ModelsChanged _ -> "models_changed";
            case ModelMoved _ -> "model_moved";
            case ConfigChanged _ -> "config_changed";
            case Started _ -> "started";
            case Stopped _ -> "stopped";
            case Lost _ -> "lost";
        };
    }

    /// A transition.
    ///
    /// @param cause   why it is Unhealthy; empty for every other status
    /// @param resumed the backend came back to its last known status after it was Unknown because of a
    ///                restart: no incident
    record StatusChanged(String backend, BackendStatus from, BackendStatus to, Optional<Cause> cause, boolean resumed)
            implements Happening {
        public StatusChanged {
            Objects.requireNonNull(backend, "backend");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
            Objects.requireNonNull(cause, "cause");
        }
    }

    /// A backend stays Unhealthy, for another reason. A cause that changes to and fro is told ever more rarely.
    record CauseChanged(String backend, Cause before, Cause after) implements Happening {
        public CauseChanged {
            Objects.requireNonNull(backend, "backend");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }
    }

    /// The list of a backend is another than it was. The first list of a backend is no change: nothing was known.
    ///
    /// @param untold how many names more than [#MAX_NAMES] a list there would have been, in all three
    record ModelsChanged(
            String backend, List<String> added, List<String> removed, List<ModelChange> changed, int untold)
            implements Happening {
        public ModelsChanged {
            Objects.requireNonNull(backend, "backend");
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            changed = List.copyOf(changed);
        }
    }

    /// Something about one model.
    ///
    /// @param what   `context_length`, `state`, `capabilities` or `digest`
    /// @param before empty text: not known
    /// @param after  empty text: not known
    record ModelChange(String model, String what, String before, String after) {
        public ModelChange {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }
    }

    /// An id left the list of one backend and came to that of another within a minute, in either order. That it
    /// is the same model nobody says; both changes are told by themselves too.
    record ModelMoved(String model, String from, String to) implements Happening {
        public ModelMoved {
            Objects.requireNonNull(model, "model");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    /// The fleet was changed while Nexus runs. The names are those of backends.
    ///
    /// @param restarted begin again as Unknown: what is asked, or whom, is another
    /// @param changed   go on with other settings
    /// @param untold    how many names more than [#MAX_NAMES] a list there would have been, in all four
    record ConfigChanged(
            List<String> added, List<String> removed, List<String> restarted, List<String> changed, int untold)
            implements Happening {
        public ConfigChanged {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
            restarted = List.copyOf(restarted);
            changed = List.copyOf(changed);
        }
    }

    /// Nexus runs; every backend is Unknown.
    record Started(String version) implements Happening {
        public Started {
            Objects.requireNonNull(version, "version");
        }
    }

    /// Nexus was told to end.
    record Stopped() implements Happening {}

    /// What had these numbers can't be told any more, or the numbers were never used. The event's own id is `to`.
    ///
    /// @param from the first number
    /// @param to   the last
    record Lost(long from, long to) implements Happening {}
}
