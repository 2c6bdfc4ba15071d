package nexus.probe.generic;

import nexus.spi.BackendProbe;
import nexus.spi.Question;
import nexus.spi.support.OpenAiModels;

/// Any server with OpenAI's `GET /v1/models`: LiteLLM, LocalAI, SGLang, Text Generation Inference, FastChat and more.
/// It never claims that an answer is its own: nearly every server's would be.
public final class GenericProbe implements BackendProbe {

    private static final Question MODELS = Question.get("/v1/models", OpenAiModels::read);

    /// Made by `ServiceLoader`.
    public GenericProbe() {}

    @Override
    public String type() {
        return "generic";
    }

    @Override
    public Question question() {
        return MODELS;
    }
}
