package nexus.probe.openai;

import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Question;
import nexus.spi.support.OpenAiModels;

/// Exo: `/v1/models` lists its whole catalogue, downloaded or not, so no state is told.
public final class ExoProbe implements BackendProbe {

    private static final Question MODELS = Question.get("/v1/models", OpenAiModels::read);

    /// Made by `ServiceLoader`.
    public ExoProbe() {}

    @Override
    public String type() {
        return "exo";
    }

    @Override
    public Question question() {
        return MODELS;
    }

    @Override
    public boolean resembles(Answer answer) {
        return OpenAiModels.areOwnedBy(answer, "exo");
    }
}
