package nexus.probe.openai;

import nexus.spi.Answer;
import nexus.spi.Finding;
import nexus.spi.support.ErrorText;

/// The answer to vLLM's `GET /health`: 200 or, once the engine is dead, 503, both with an empty body (recorded from
/// 0.32.0). While it scales (elastic expert parallelism) it says so with a 503 that has a text.
final class VllmHealth {

    private static final int UNAVAILABLE = 503;

    private VllmHealth() {}

    static Finding read(Answer answer) {
        if (answer.status() != UNAVAILABLE) {
            return Finding.nothing();
        }
        return Finding.veto(ErrorText.of(answer)
                .map(text -> "lists models, but says: " + text)
                .orElse("lists models, but its engine is dead"));
    }
}
