package nexus.spi.support;

import java.util.Set;
import java.util.function.UnaryOperator;
import nexus.spi.Answer;
import nexus.spi.Model;
import nexus.spi.Reading;

/// The answer to OpenAI's `GET /v1/models`, as the many servers that imitate it send it: a list under `data` or
/// `models`, or a bare array; any field but the id may be missing, `null`, or of another type.
public final class OpenAiModels {

    private static final ListFormat FORMAT = ListFormat.under("data", OpenAiEntry.FIELDS, OpenAiEntry::model)
            .orUnder("models")
            .orBareArray();

    private OpenAiModels() {}

    /// Reads any answer as [ModelLists#read] does. Ids repeated are one model. Context length, capabilities and
    /// state are taken where a server tells them (llama-server's router, LM Studio, Exo, OpenRouter and others).
    ///
    /// @param answer of any status
    /// @return what [ModelLists#read] makes of it
    public static Reading read(Answer answer) {
        return ModelLists.read(answer, FORMAT);
    }

    /// The same, with each model changed: `read(answer, m -> m.withState(ModelState.LOADED))`.
    ///
    /// @param answer of any status
    /// @param change for what is true of each model of such a server
    /// @return what [ModelLists#read] makes of it, changed if it is a list
    public static Reading read(Answer answer, UnaryOperator<Model> change) {
        return ModelLists.map(read(answer), change);
    }

    /// Whether an answer is a list that isn't empty, all of it owned by one of these: the surest mark of a server's
    /// type that this format has.
    ///
    /// @param answer of any status and form
    /// @param owners the words that such servers write into `owned_by`
    /// @return false for anything but such a list
    public static boolean areOwnedBy(Answer answer, String... owners) {
        var names = Set.of(owners);
        return ModelLists.of(read(answer))
                .filter(list -> !list.models().isEmpty())
                .filter(list -> list.models().stream()
                        .allMatch(
                                model -> model.ownedBy().filter(names::contains).isPresent()))
                .isPresent();
    }
}
