package com.example.sglang;

import java.util.List;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Finding;
import nexus.spi.FollowUp;
import nexus.spi.ModelList;
import nexus.spi.ModelState;
import nexus.spi.Question;
import nexus.spi.support.OpenAiModels;

/// SGLang: which models, whether it takes requests, what they can do.
///
/// Source: `srt/entrypoints/http_server.py` of SGLang 0.5.23. Its `/health` is not asked: it generates a token, and
/// takes a second at least, twenty when its engine is stuck.
public final class SglangProbe implements BackendProbe {

    private static final String NOT_READY =
            "lists its models, but takes no requests: it warms up, is paused or unhealthy";

    /// Whatever is listed is in memory: the model it was started with, and the adapters loaded onto it.
    private static final Question MODELS = Question.get(
            "/v1/models", answer -> OpenAiModels.read(answer, model -> model.withState(ModelState.LOADED)));

    private static final List<FollowUp> FOLLOW_UPS =
            List.of(FollowUp.get("/ready", SglangProbe::readiness), FollowUp.get("/model_info", ModelInfo::enrich));

    @Override
    public String type() {
        return "sglang";
    }

    @Override
    public Question question() {
        return MODELS;
    }

    @Override
    public List<FollowUp> followUps() {
        return FOLLOW_UPS;
    }

    /// Its list says who owns each model: `sglang`.
    @Override
    public boolean resembles(Answer answer) {
        return OpenAiModels.areOwnedBy(answer, "sglang");
    }

    /// 200 or 503, both without a body. The list is answered from the beginning, while the engine still warms up. An
    /// older SGLang says 404, which is no statement, and neither is the 503 of a proxy, which has a page.
    private static Finding readiness(Answer answer, ModelList known) {
        return answer.status() == 503 && answer.bodyLength() == 0 ? Finding.veto(NOT_READY) : Finding.nothing();
    }
}
