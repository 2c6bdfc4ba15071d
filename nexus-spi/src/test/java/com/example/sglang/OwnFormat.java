package com.example.sglang;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import nexus.spi.Model;
import nexus.spi.support.ListFormat;
import nexus.spi.support.ModelLists;

/// The example on the page of [ListFormat].
final class OwnFormat {

    static final Set<String> FIELDS = Set.of("name", "window"); // @start region=format
    static final ListFormat FORMAT = ListFormat.under("models", FIELDS, OwnFormat::model);

    static Optional<Model> model(ObjectNode entry) {
        long window = entry.path("window").asLong();
        return ModelLists.id(entry, "name").map(id -> Model.named(id).withContextLength(window));
    }
    // @end

    private OwnFormat() {}
}
