package nexus.probe.openai;

import java.util.List;
import java.util.Set;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Question;
import nexus.spi.support.OpenAiModels;

/// LM Studio: `/v1/models` lists what is downloaded (loaded on demand) or, with that switched off, what is loaded; an
/// empty list is healthy. `health_path` may name `/api/v0/models` or `/api/v1/models`, which tell the state.
public final class LmStudioProbe implements BackendProbe {

    private static final Question MODELS = Question.get("/v1/models", OpenAiModels::read);

    /// Made by `ServiceLoader`.
    public LmStudioProbe() {}

    @Override
    public String type() {
        return "lmstudio";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("lm-studio");
    }

    @Override
    public Question question() {
        return MODELS;
    }

    /// Where OpenAI's list is all that the other paths give.
    @Override
    public List<String> tellingPaths() {
        return List.of("/api/v0/models");
    }

    @Override
    public boolean resembles(Answer answer) {
        return LmStudioMarks.areIn(answer);
    }
}
