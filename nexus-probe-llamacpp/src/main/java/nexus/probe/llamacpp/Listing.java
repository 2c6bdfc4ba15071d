package nexus.probe.llamacpp;

import nexus.spi.Answer;
import nexus.spi.Finding;
import nexus.spi.ModelList;
import nexus.spi.ModelState;
import nexus.spi.support.ModelLists;
import nexus.spi.support.OpenAiModels;

/// The answer to `GET /v1/models`. A router tells each model's state; a server of one model has it in memory, or
/// would answer `/health` with 503. Whatever else the answer is, it says nothing.
final class Listing {

    private Listing() {}

    static Finding read(Answer answer) {
        return ModelLists.of(OpenAiModels.read(answer))
                .map(Listing::withStates)
                .map(Finding::models)
                .orElseGet(Finding::nothing);
    }

    private static ModelList withStates(ModelList list) {
        boolean router = list.models().stream().anyMatch(model -> model.state().isPresent());
        return router ? list : list.map(model -> model.withState(ModelState.LOADED));
    }
}
