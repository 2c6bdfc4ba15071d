package nexus.probe.ollama;

import java.util.List;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.FollowUp;
import nexus.spi.Question;

/// Ollama: `/api/tags` decides and lists what is there, `/api/ps` tells what is in memory. Neither loads a model;
/// `/api/show`, which may ask ollama.com, is never sent.
public final class OllamaProbe implements BackendProbe {

    private static final Question TAGS = Question.get("/api/tags", Tags::read);
    private static final List<FollowUp> FOLLOW_UPS = List.of(FollowUp.get("/api/ps", Running::read));

    /// Made by `ServiceLoader`.
    public OllamaProbe() {}

    @Override
    public String type() {
        return "ollama";
    }

    @Override
    public Question question() {
        return TAGS;
    }

    @Override
    public List<FollowUp> followUps() {
        return FOLLOW_UPS;
    }

    @Override
    public boolean resembles(Answer answer) {
        return OllamaMarks.areIn(answer);
    }
}
