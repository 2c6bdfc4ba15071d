package nexus.probe.openai;

import nexus.spi.Answer;

/// vLLM's `GET /metrics`: Prometheus text in which its own families begin with `vllm:` (recorded from 0.32.0, where
/// they come after 3 KB of Python's). Another program's metrics may quote such a name, but don't declare it.
final class VllmMetrics {

    private static final int LOOKED_AT = 64 << 10;

    private VllmMetrics() {}

    static boolean areIn(Answer answer) {
        return answer.isSuccess()
                && answer.header("content-type")
                        .filter(type -> type.startsWith("text/plain"))
                        .isPresent()
                && answer.text(LOOKED_AT).contains("\n# TYPE vllm:");
    }
}
