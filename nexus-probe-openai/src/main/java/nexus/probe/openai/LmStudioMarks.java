package nexus.probe.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import nexus.spi.Answer;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.support.JsonBody;
import nexus.spi.support.ListFormat;
import nexus.spi.support.ModelLists;

/// What only LM Studio sends: 200 with an error for any path it doesn't know, and its own lists (`/api/v0/models` since
/// 0.3.6, `/api/v1/models` since 0.4.0). Lemonade serves these paths too, with a `recipe` in each entry.
final class LmStudioMarks {

    private static final String UNKNOWN_PATH = "Unexpected endpoint or method. (";

    private static final int UNAUTHORIZED = 401;

    private static final ListFormat OWN = ListFormat.under(
                    "data",
                    Set.of("id", "key", "compatibility_type", "loaded_instances", "publisher", "recipe"),
                    LmStudioMarks::own)
            .orUnder("models");

    private LmStudioMarks() {}

    static boolean areIn(Answer answer) {
        return answer.isSuccess()
                ? refusesLikeLmStudio(answer) || listsLikeLmStudio(answer)
                : answer.status() == UNAUTHORIZED && wantsItsToken(answer);
    }

    /// Since 0.4.0, where authentication was switched on.
    private static boolean wantsItsToken(Answer answer) {
        return JsonBody.object(answer)
                .map(body -> body.path("error").path("message").asText())
                .filter(text -> text.startsWith("An LM Studio API token"))
                .isPresent();
    }

    private static boolean refusesLikeLmStudio(Answer answer) {
        return JsonBody.object(answer)
                .map(body -> body.path("error").asText())
                .filter(text -> text.startsWith(UNKNOWN_PATH))
                .isPresent();
    }

    private static boolean listsLikeLmStudio(Answer answer) {
        ModelList list = ModelLists.of(ModelLists.read(answer, OWN)).orElseGet(ModelList::empty);
        return !list.models().isEmpty() && list.dropped() == 0;
    }

    private static Optional<Model> own(ObjectNode entry) {
        JsonNode instances = entry.path("loaded_instances");
        boolean v0 = entry.path("compatibility_type").isTextual()
                && entry.path("publisher").isTextual();
        boolean v1 = instances.isArray() && entry.path("key").isTextual();
        return (v0 || v1) && !entry.has("recipe")
                ? ModelLists.id(entry, "id", "key").map(Model::named)
                : Optional.empty();
    }
}
