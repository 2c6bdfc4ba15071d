package nexus.probe.openai;

import java.util.Locale;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Question;
import nexus.spi.support.OpenAiModels;

/// OpenAI's own service, or one that wants to be taken for it: `GET /v1/models` with a key.
public final class OpenAiProbe implements BackendProbe {

    private static final Question MODELS = Question.get("/v1/models", OpenAiModels::read);

    /// Made by `ServiceLoader`.
    public OpenAiProbe() {}

    @Override
    public String type() {
        return "openai";
    }

    @Override
    public Question question() {
        return MODELS;
    }

    /// By the headers it signs answers with. A list owned by `openai` proves nothing (LiteLLM's are), nor does
    /// `openai-processing-ms` from Azure, which signs beside it.
    @Override
    public boolean resembles(Answer answer) {
        boolean azure = answer.headers().stream()
                .anyMatch(header -> header.getKey().toLowerCase(Locale.ROOT).startsWith("x-ms-"));
        return !azure
                && answer.header("openai-version").isPresent()
                && answer.header("openai-processing-ms").isPresent();
    }
}
