package nexus.spi;

import java.util.List;
import java.util.Set;

/// What Nexus has to know about one type of LLM server: its name, and which answer to what question means that it is
/// well. Servers agree on neither, and that is all they differ in; whatever is the same for all of them is not here.
///
/// An implementor *must* be thread-safe, have a public no-argument constructor, and answer every method with the
/// same value at each call. It *may* share code with other probes of its module. It *never* does I/O, starts
/// threads, or keeps anything of an [Answer] after the reader returned.
///
/// Found by `ServiceLoader`: `provides nexus.spi.BackendProbe with ...` in the module descriptor, and the same
/// class names in `META-INF/services/nexus.spi.BackendProbe` for use on the class path.
public interface BackendProbe {

    /// The name users write as `type` in the configuration. Two probes with the same type stop Nexus at start, if
    /// both are in `mods/`; of one in `plugins/` that claims what is taken, Nexus says so and does without it.
    ///
    /// @return lower-case letters and digits, 1 to 32 of them, never null
    String type();

    /// Other accepted spellings of [#type()].
    ///
    /// @return each 1 to 32 lower-case letters, digits, `.` and `-`; never null
    default Set<String> aliases() {
        return Set.of();
    }

    /// The question whose answer decides health.
    ///
    /// @return never null
    Question question();

    /// What is asked after a ready reading of [#question()], in this order, within the same deadline and at most
    /// one second in all. A follow-up that is missing, slow or absurd never hurts the backend.
    ///
    /// @return never null, usually empty
    default List<FollowUp> followUps() {
        return List.of();
    }

    /// Further paths whose answers [#resembles] may know when the deciding one's tells nothing: asked of an unknown
    /// server only, with `GET`, in this order. In the form of [Question#get]; never one that costs the server work,
    /// loads a model, or could be long.
    ///
    /// @return never null, usually empty
    default List<String> tellingPaths() {
        return List.of();
    }

    /// Whether an answer looks like one of this type's servers: used for hints ("answers like Ollama") and to find
    /// out the type of an unknown server. It is given answers to other types' questions too, of any status, and
    /// must be sure: `false` when in doubt.
    ///
    /// @param answer what some server sent, never null
    /// @return whether only a server of this type answers so
    default boolean resembles(Answer answer) {
        return false;
    }
}
