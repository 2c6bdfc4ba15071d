package nexus.probe.openai;

import nexus.spi.Answer;
import nexus.spi.Finding;
import nexus.spi.support.ErrorText;

/// The answer to vLLM's `GET /health`: 200 or, once the engine is dead, 503, both with an empty body (recorded from
/// 0.32.0). While it scales (elastic expert parallelism) it says so with a 503 that has a text. Any other 503 is
/// that of a proxy before it, which may have no route for this path.
final class VllmHealth {

    private static final int UNAVAILABLE = 503;

    private VllmHealth() {}

    static Finding read(Answer answer) {
        if (answer.status() != UNAVAILABLE) {
            return Finding.nothing();
        }
        if (answer.bodyLength() == 0) {
            return Finding.veto("lists models, but its engine is dead");
        }
        return ErrorText.of(answer)
                .map(text -> Finding.veto("lists models, but says: " + text))
                .orElseGet(Finding::nothing);
    }
}
