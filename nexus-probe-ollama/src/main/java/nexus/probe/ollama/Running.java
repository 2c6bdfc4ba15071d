package nexus.probe.ollama;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nexus.spi.Answer;
import nexus.spi.Finding;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.ModelState;
import nexus.spi.support.ListFormat;
import nexus.spi.support.ModelLists;

/// The answer to `GET /api/ps`: what is in memory now. A model being loaded isn't in it yet.
final class Running {

    private static final ListFormat FORMAT =
            ListFormat.under("models", Set.of("name", "model", "context_length"), Running::model);

    private Running() {}

    /// All known models with their state; nothing if the answer doesn't tell.
    static Finding read(Answer answer, ModelList known) {
        return ModelLists.of(ModelLists.read(answer, FORMAT))
                .map(running -> Finding.models(marked(known, running)))
                .orElseGet(Finding::nothing);
    }

    private static ModelList marked(ModelList known, ModelList running) {
        Map<String, Model> byName = running.models().stream().collect(Collectors.toMap(Model::id, Function.identity()));
        return known.map(model -> Optional.ofNullable(byName.get(model.id()))
                .map(loaded -> loaded(model, loaded))
                .orElseGet(() -> model.withState(ModelState.AVAILABLE)));
    }

    /// The context it was loaded with may be smaller than what the model can: the larger one stays.
    private static Model loaded(Model model, Model loaded) {
        Model marked = model.withState(ModelState.LOADED);
        return marked.contextLength().isPresent()
                ? marked
                : marked.withContextLength(loaded.contextLength().orElse(0));
    }

    private static Optional<Model> model(ObjectNode entry) {
        return ModelLists.id(entry, "name", "model")
                .map(name -> Model.named(name)
                        .withContextLength(entry.path("context_length").asLong(0)));
    }
}
