package nexus.app.health;

import java.util.Objects;
import java.util.Optional;
import nexus.spi.ModelList;

/// What one check came to.
public sealed interface Outcome {

    /// The backend answered as it should: counts toward `recovery_threshold`.
    ///
    /// @param models   the models it has now; empty keeps those known before
    /// @param forgiven what is wrong with the answer, where `on_parse_error = "alive"` takes it all the same;
    ///                 one line, without secrets
    record Success(Optional<ModelList> models, Optional<String> forgiven) implements Outcome {
        public Success {
            Objects.requireNonNull(models, "models");
            Objects.requireNonNull(forgiven, "forgiven");
        }

        /// Nothing was to be forgiven.
        public Success(Optional<ModelList> models) {
            this(models, Optional.empty());
        }
    }

    /// It did not: counts toward `failure_threshold`, known models stay.
    record Failure(CheckError error) implements Outcome {
        public Failure {
            Objects.requireNonNull(error, "error");
        }
    }

    /// The observer was at fault, so the check is no evidence: it changes nothing, except that the third in a
    /// row counts as the failure that it looked like.
    ///
    /// @param reason     the observer's trouble in words: `out of file descriptors`
    /// @param looksLike what the check would have failed with
    record Void(String reason, CheckError looksLike) implements Outcome {
        public Void {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(looksLike, "looksLike");
        }
    }
}
