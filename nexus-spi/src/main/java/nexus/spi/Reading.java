package nexus.spi;

import java.util.Objects;
import java.util.Optional;

/// What a reader made of the deciding answer. Status 200 is no proof: servers say in the body that they still load,
/// proxies answer for them with a login page. So a reader says one of three things: ready; not ready, by the server's
/// own words; or not the answer of such a server.
///
/// For a status outside 2xx Nexus gives the verdict itself, the same for all types; a reader is still asked, so
/// that it can name the reason (`notReady("loading model")`). Made by the factories here; only Nexus switches on it: a
/// later version may add a kind.
public sealed interface Reading {

    /// The server is ready and these are its models. An empty list is a fact: it has none.
    ///
    /// @param models all that it lists
    /// @return the reading
    static Reading ready(ModelList models) {
        return new Ready(Optional.of(models));
    }

    /// The server is ready; this answer carries no list of models. The models known before stay.
    ///
    /// @return the reading
    static Reading ready() {
        return new Ready(Optional.empty());
    }

    /// The server says that it is not ready.
    ///
    /// @param reason in the server's or the probe's words, one line: `loading model`
    /// @return the reading
    static Reading notReady(String reason) {
        return new NotReady(reason);
    }

    /// The answer is not what this type of server sends.
    ///
    /// @param problem what is wrong with it, one line: `no array under "models"`
    /// @return the reading
    static Reading unreadable(String problem) {
        return new Unreadable(problem);
    }

    /// See [#ready(ModelList)].
    final class Ready implements Reading {
        private final Optional<ModelList> models;

        private Ready(Optional<ModelList> models) {
            this.models = models;
        }

        /// The models listed.
        ///
        /// @return empty if the answer carries no list
        public Optional<ModelList> models() {
            return models;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Ready that && models.equals(that.models);
        }

        @Override
        public int hashCode() {
            return models.hashCode();
        }

        @Override
        public String toString() {
            return "ready" + models.map(list -> list.models().toString()).orElse("");
        }
    }

    /// See [#notReady(String)].
    final class NotReady implements Reading {
        private final String reason;

        private NotReady(String reason) {
            this.reason = Objects.requireNonNull(reason, "reason");
        }

        /// Why the server is not ready.
        ///
        /// @return one line, as the reader gave it
        public String reason() {
            return reason;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NotReady that && reason.equals(that.reason);
        }

        @Override
        public int hashCode() {
            return reason.hashCode();
        }

        @Override
        public String toString() {
            return "not ready: " + reason;
        }
    }

    /// See [#unreadable(String)].
    final class Unreadable implements Reading {
        private final String problem;

        private Unreadable(String problem) {
            this.problem = Objects.requireNonNull(problem, "problem");
        }

        /// What is wrong with the answer.
        ///
        /// @return one line, as the reader gave it
        public String problem() {
            return problem;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Unreadable that && problem.equals(that.problem);
        }

        @Override
        public int hashCode() {
            return problem.hashCode();
        }

        @Override
        public String toString() {
            return "unreadable: " + problem;
        }
    }
}
