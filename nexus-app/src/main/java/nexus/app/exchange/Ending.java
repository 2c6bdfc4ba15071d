package nexus.app.exchange;

import java.util.Objects;
import nexus.app.health.Phase;
import nexus.spi.Answer;

/// How a question ended.
public sealed interface Ending {

    /// A whole, well-framed answer, whatever its status.
    ///
    /// @param answer its body stands in a buffer of the line: valid until the line's next question or its close
    record Answered(Answer answer) implements Ending {
        public Answered {
            Objects.requireNonNull(answer, "answer");
        }
    }

    /// No whole answer.
    record Broken(Break why) implements Ending {
        public Broken {
            Objects.requireNonNull(why, "why");
        }
    }

    /// Short for a [Broken].
    static Ending broken(Phase phase, Break.Kind kind, String detail) {
        return new Broken(new Break(phase, kind, detail));
    }

    /// What is over the cap, in words: `a chunked body`.
    static Ending tooLarge(String what, int maxBody) {
        return broken(Phase.READ, Break.Kind.BODY_TOO_LARGE, what + ", over the cap of " + maxBody + " bytes");
    }

    static Ending outOfBuffers() {
        return broken(Phase.READ, Break.Kind.OUT_OF_BUFFERS, "the common answer buffers are used up");
    }
}
