package com.example.sglang;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nexus.spi.Answer;
import nexus.spi.Finding;
import nexus.spi.ModelList;
import nexus.spi.support.JsonBody;

/// What `GET /model_info` tells about the one model that an SGLang serves; its adapters can do the same.
final class ModelInfo {

    private ModelInfo() {}

    /// The models known so far with their capabilities; nothing where the answer doesn't tell.
    static Finding enrich(Answer answer, ModelList known) {
        return Optional.of(answer)
                .filter(Answer::isSuccess)
                .flatMap(JsonBody::object)
                .filter(info -> info.path("is_generation").isBoolean())
                .map(ModelInfo::capabilities)
                .map(words -> Finding.models(known.map(model -> model.withCapabilities(words))))
                .orElseGet(Finding::nothing);
    }

    private static List<String> capabilities(ObjectNode info) {
        var words = new ArrayList<String>();
        words.add(info.path("is_generation").asBoolean() ? "completion" : "embedding");
        if (info.path("has_image_understanding").asBoolean()) {
            words.add("vision");
        }
        return words;
    }
}
