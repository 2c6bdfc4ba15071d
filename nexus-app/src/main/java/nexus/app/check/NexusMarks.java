package nexus.app.check;

import nexus.spi.Answer;
import nexus.spi.support.JsonBody;

/// Whether an answer is a Nexus's own: it must not watch another, nor itself. Its `/v1/models` repeats the owners
/// that its backends give, so it has to be known before theirs.
final class NexusMarks {

    private static final int LOOKED_AT = 4096;

    private NexusMarks() {}

    static boolean areIn(Answer answer) {
        return listsModels(answer) || tellsReadiness(answer);
    }

    /// Its list of models: each with an object `nexus`.
    private static boolean listsModels(Answer answer) {
        String text = answer.text(LOOKED_AT);
        return answer.isSuccess() && text.startsWith("{\"object\":\"list\",") && text.contains("\"nexus\":{\"");
    }

    /// `/health/ready`, whatever its status.
    private static boolean tellsReadiness(Answer answer) {
        return JsonBody.object(answer)
                .filter(body -> body.path("status").asText().endsWith("ready")
                        && body.path("healthy").isInt()
                        && body.path("needed").isInt())
                .isPresent();
    }
}
