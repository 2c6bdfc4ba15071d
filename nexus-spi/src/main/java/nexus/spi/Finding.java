package nexus.spi;

import java.util.Objects;

/// What a follow-up's reader found. Made by the factories here; only Nexus switches on it.
public sealed interface Finding {

    /// Nothing new: the right answer for anything absent, unreadable or of no interest.
    static Finding nothing() {
        return Nothing.INSTANCE;
    }

    /// The models as they are known now: usually the list so far, enriched. It replaces that list.
    static Finding models(ModelList models) {
        return new Models(models);
    }

    /// The server states that it cannot work, although the deciding answer said otherwise. Only an explicit
    /// statement justifies it, never silence or nonsense.
    ///
    /// @param reason one line that reads after a colon: `lists models, but its engine is dead`
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
