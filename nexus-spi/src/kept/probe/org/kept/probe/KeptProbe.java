package org.kept.probe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Finding;
import nexus.spi.FollowUp;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.ModelState;
import nexus.spi.Question;
import nexus.spi.Reading;
import nexus.spi.support.Capabilities;
import nexus.spi.support.ErrorText;
import nexus.spi.support.JsonBody;
import nexus.spi.support.ListFormat;
import nexus.spi.support.ModelLists;
import nexus.spi.support.OpenAiModels;

/// A probe of the time of SPI 0.1.0. It uses as much of the SPI as one probe can, so that whatever no longer links
/// shows. Its jar lies beside it and is never compiled again for that version.
public final class KeptProbe implements BackendProbe {

    private static final ListFormat FORMAT = ListFormat.under(
                    "models", Set.of("name", "digest", "can", "state"), KeptProbe::model)
            .orUnder("list")
            .orBareArray()
            .butNot("data");

    @Override
    public String type() {
        return "kept";
    }

    @Override
    public Set<String> aliases() {
        return Set.of("kept-0.1");
    }

    @Override
    public Question question() {
        return Question.get("/v1/models", KeptProbe::read);
    }

    @Override
    public List<FollowUp> followUps() {
        return List.of(FollowUp.get("/ready", KeptProbe::ready), FollowUp.get("/status", KeptProbe::status));
    }

    @Override
    public List<String> tellingPaths() {
        return List.of("/kept");
    }

    @Override
    public boolean resembles(Answer answer) {
        return answer.header("Server").filter("kept"::equals).isPresent()
                || answer.headers().stream().anyMatch(header -> header.getKey().equalsIgnoreCase("X-Kept"))
                || OpenAiModels.areOwnedBy(answer, "kept");
    }

    private static Reading read(Answer answer) {
        if (answer.bodyLength() == 0 && answer.isSuccess()) {
            return Reading.ready();
        }
        if (answer.status() == 503) {
            return ErrorText.of(answer).map(Reading::notReady).orElseGet(() -> ErrorText.reading(answer));
        }
        if (answer.text(4).equals("ping")) {
            return Reading.unreadable(ErrorText.clean("a ping, not a list"));
        }
        Reading listed = ModelLists.read(answer, FORMAT);
        return ModelLists.of(listed).isPresent()
                ? ModelLists.map(listed, model -> model.withOwnedBy("kept"))
                : OpenAiModels.read(answer, model -> model.withState(ModelState.AVAILABLE));
    }

    private static Optional<Model> model(ObjectNode entry) {
        ModelState state =
                switch (entry.path("state").asText()) {
                    case "loaded" -> ModelState.LOADED;
                    case "loading" -> ModelState.LOADING;
                    case "failed" -> ModelState.FAILED;
                    default -> ModelState.AVAILABLE;
                };
        return ModelLists.id(entry, "name", "id")
                .map(Model::named)
                .map(model -> model.withState(state)
                        .withContextLength(4096)
                        .withCapabilities(Capabilities.of(entry.path("can")))
                        .withDigest(entry.path("digest").asText("none")));
    }

    private static Finding ready(Answer answer, ModelList known) {
        return answer.status() == 503
                ? Finding.veto("lists " + known.models().size() + " models, and isn't ready")
                : Finding.nothing();
    }

    /// The list so far, rebuilt: one more model if the status names one.
    private static Finding status(Answer answer, ModelList known) {
        var list = ModelList.builder();
        known.map(KeptProbe::rebuilt).models().forEach(list::add);
        JsonBody.object(answer)
                .flatMap(status -> ModelLists.id(status, "current"))
                .ifPresentOrElse(id -> list.add(Model.named(id)), list::drop);
        ModelList whole = list.build();
        return whole.dropped() == 0 && whole.models().size() <= ModelList.MAX_MODELS
                ? Finding.models(whole)
                : ModelLists.finding(JsonBody.read(answer, _ -> Reading.ready(ModelList.empty())));
    }

    private static Model rebuilt(Model model) {
        Model plain = Model.named(model.id()).withCapabilities(model.capabilities());
        Model owned = model.ownedBy().map(plain::withOwnedBy).orElse(plain);
        Model hashed = model.digest().map(owned::withDigest).orElse(owned);
        Model stated = model.state().map(hashed::withState).orElse(hashed);
        return stated.withContextLength(model.contextLength().orElse(0));
    }
}
