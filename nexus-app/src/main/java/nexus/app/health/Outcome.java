package nexus.app.health;

import java.util.Objects;
import java.util.Optional;
import nexus.spi.ModelList;

/// What one check came to.
public sealed interface Outcome {

    /// The backend answered as it should: counts toward `recovery_threshold`.
    ///
    /// @param models the models it has now; empty keeps those known before
    record Success(Optional<ModelList> models) implements Outcome {
        public Success {
            Objects.requireNonNull(models, "models");
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
