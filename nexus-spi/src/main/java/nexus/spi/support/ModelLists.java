package nexus.spi.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nexus.spi.Answer;
import nexus.spi.Finding;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.Reading;

/// Lists of models in JSON, read entry by entry: memory is bounded by what is kept, whatever the body's size.
@SuppressWarnings("exports") // a probe that reads JSON requires Jackson itself
public final class ModelLists {

    private ModelLists() {}

    /// Reads any answer. Ready with the list (`null` under a list's key is an empty one); not ready when the
    /// document states an `error`, or the status is not 2xx and the body names a reason; else unreadable, also
    /// when a key stands twice, something follows the document, or no entry has a usable id.
    ///
    /// @param answer of any status and form
    /// @param format where the list stands, and what its entries are
    /// @return the reading, never null
    public static Reading read(Answer answer, ListFormat format) {
        if (!answer.isSuccess()) {
            return ErrorText.reading(answer);
        }
        var text = JsonText.of(answer);
        return text.otherThanJson().map(Reading::unreadable).orElseGet(() -> new ListWalk(format).read(text, answer));
    }

    /// The list of a ready reading.
    ///
    /// @param reading any
    /// @return empty for one that isn't ready, and where no list was sent
    public static Optional<ModelList> of(Reading reading) {
        return reading instanceof Reading.Ready ready ? ready.models() : Optional.empty();
    }

    /// What a follow-up that asks for the list makes of it.
    ///
    /// @param reading any
    /// @return the models if there is a list, else nothing
    public static Finding finding(Reading reading) {
        return of(reading).map(Finding::models).orElseGet(Finding::nothing);
    }

    /// The same reading with each model replaced.
    ///
    /// @param reading any
    /// @param change  keeps the id, as a rule
    /// @return the changed list; a reading without a list as it is
    public static Reading map(Reading reading, UnaryOperator<Model> change) {
        return of(reading).map(list -> Reading.ready(list.map(change))).orElse(reading);
    }

    /// The entry's id under the first of these names that holds a text which can be one: not blank, and without
    /// control characters.
    ///
    /// @param entry one entry of a list
    /// @param names in the order tried
    /// @return empty if none of them holds one
    public static Optional<String> id(ObjectNode entry, String... names) {
        for (String name : names) {
            JsonNode value = entry.path(name);
            if (value.isTextual() && isUsable(value.asText())) {
                return Optional.of(value.asText());
            }
        }
        return Optional.empty();
    }

    private static boolean isUsable(String id) {
        for (int at = 0; at < id.length(); at += Character.charCount(id.codePointAt(at))) {
            int c = id.codePointAt(at);
            if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                return false;
            }
        }
        return !id.isBlank();
    }
}
