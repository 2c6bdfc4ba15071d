package nexus.probe.openai;

import java.util.List;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.FollowUp;
import nexus.spi.ModelState;
import nexus.spi.Question;
import nexus.spi.support.OpenAiModels;

/// vLLM: `/v1/models` decides, and all it lists is in memory. `/health` is asked after it, because the list is still
/// served by a process whose engine has died.
public final class VllmProbe implements BackendProbe {

    private static final Question MODELS = Question.get(
            "/v1/models", answer -> OpenAiModels.read(answer, model -> model.withState(ModelState.LOADED)));
    private static final List<FollowUp> FOLLOW_UPS =
            List.of(FollowUp.get("/health", (answer, known) -> VllmHealth.read(answer)));

    /// Made by `ServiceLoader`.
    public VllmProbe() {}

    @Override
    public String type() {
        return "vllm";
    }

    @Override
    public Question question() {
        return MODELS;
    }

    @Override
    public List<FollowUp> followUps() {
        return FOLLOW_UPS;
    }

    /// Open without a key, while the list is not.
    @Override
    public List<String> tellingPaths() {
        return List.of("/metrics");
    }

    @Override
    public boolean resembles(Answer answer) {
        return OpenAiModels.areOwnedBy(answer, "vllm") || VllmMetrics.areIn(answer);
    }
}
