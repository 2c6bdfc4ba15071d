package com.example.sglang;

import java.util.List;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Finding;
import nexus.spi.FollowUp;
import nexus.spi.ModelList;
import nexus.spi.Question;
import nexus.spi.support.OpenAiModels;

// The example on the pages of nexus.spi: javadoc compares it with what stands there.

public final class SglangProbe implements BackendProbe { // @start region=probe

    @Override
    public String type() {
        return "sglang";
    }

    @Override
    public Question question() {
        return Question.get("/v1/models", OpenAiModels::read);
    }

    @Override
    public List<FollowUp> followUps() {
        return List.of(FollowUp.get("/ready", SglangProbe::readiness));
    }

    @Override
    public boolean resembles(Answer answer) {
        return OpenAiModels.areOwnedBy(answer, "sglang");
    }

    private static Finding readiness(Answer answer, ModelList known) {
        boolean refuses = answer.status() == 503 && answer.bodyLength() == 0; // a proxy's 503 has a page
        return refuses ? Finding.veto("lists its models, but takes no requests") : Finding.nothing();
    }
}
// @end
