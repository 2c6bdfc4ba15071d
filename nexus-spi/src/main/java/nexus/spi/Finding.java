package nexus.spi;

import java.util.Objects;

/// What a follow-up's reader found. It can add to what is known and contradict it, but by an explicit statement of the
/// server only: that is why there is nothing between a veto and nothing.
///
/// Made by the factories here; only Nexus switches on it: a later version may add a kind.
public sealed interface Finding {

    /// Nothing new: the right answer for anything absent, unreadable or of no interest.
    ///
    /// @return always the same
    static Finding nothing() {
        return Nothing.INSTANCE;
    }

    /// The models as they are known now: usually the list so far, enriched. It replaces that list.
    ///
    /// @param models all of them, not the changed ones alone
    /// @return the finding
    static Finding models(ModelList models) {
        return new Models(models);
    }

    /// The server states that it cannot work, although the deciding answer said otherwise. Only an explicit
    /// statement justifies it, never silence or nonsense.
    ///
    /// @param reason one line that reads after a colon: `lists models, but its engine is dead`
    /// @return the finding
    static Finding veto(String reason) {
        return new Veto(reason);
    }

    /// See [#nothing()].
    final class Nothing implements Finding {
        private static final Nothing INSTANCE = new Nothing();

        private Nothing() {}

        @Override
        public String toString() {
            return "nothing";
        }
    }

    /// See [#models(ModelList)].
    final class Models implements Finding {
        private final ModelList models;

        private Models(ModelList models) {
            this.models = Objects.requireNonNull(models, "models");
        }

        /// The models that replace those known so far.
        ///
        /// @return never null
        public ModelList models() {
            return models;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Models that && models.equals(that.models);
        }

        @Override
        public int hashCode() {
            return models.hashCode();
        }

        @Override
        public String toString() {
            return "models" + models.models();
        }
    }

    /// See [#veto(String)].
    final class Veto implements Finding {
        private final String reason;

        private Veto(String reason) {
            this.reason = Objects.requireNonNull(reason, "reason");
        }

        /// Why the server can't work.
        ///
        /// @return one line, as the probe gave it
        public String reason() {
            return reason;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Veto that && reason.equals(that.reason);
        }

        @Override
        public int hashCode() {
            return reason.hashCode();
        }

        @Override
        public String toString() {
            return "veto: " + reason;
        }
    }
}
