package nexus.probe.ollama;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nexus.spi.Answer;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.support.ListFormat;
import nexus.spi.support.ModelLists;

/// Whether a list is Ollama's own. Its impostors give themselves away: Exo by a digest of zeros, Docker Model Runner by
/// size 0 or a date in the year 1, KoboldCpp by one constant date, llama-server by empty texts and `data` beside it,
/// LocalAI and Lemonade by a `Server` header or a digest that is no SHA-256. "Ollama is running" proves nothing:
/// LocalAI sends it too.
final class OllamaMarks {

    private static final Pattern SHA_256 = Pattern.compile("(?!0+$)[0-9a-f]{64}");
    private static final Pattern DATE = Pattern.compile("(?!0001)\\d{4}-\\d\\d-\\d\\dT.*");
    private static final String KOBOLD_DATE = "55.6122841+08:00";
    private static final int SMALLEST_MANIFEST = 100;

    private static final ListFormat OWN = ListFormat.under(
                    "models",
                    Set.of("name", "model", "modified_at", "size", "digest", "details", "parent_model", "families"),
                    OllamaMarks::own)
            .butNot("data");

    private OllamaMarks() {}

    static boolean areIn(Answer answer) {
        if (!answer.isSuccess() || answer.header("Server").isPresent()) {
            return false;
        }
        ModelList list = ModelLists.of(ModelLists.read(answer, OWN)).orElseGet(ModelList::empty);
        return !list.models().isEmpty() && list.dropped() == 0;
    }

    private static Optional<Model> own(ObjectNode entry) {
        String date = entry.path("modified_at").asText();
        var details = entry.path("details");
        boolean own = SHA_256.matcher(entry.path("digest").asText()).matches()
                && DATE.matcher(date).matches()
                && !date.endsWith(KOBOLD_DATE)
                && entry.path("size").asLong(0) >= SMALLEST_MANIFEST
                && details.has("parent_model")
                && details.has("families");
        return own ? ModelLists.id(entry, "name").map(Model::named) : Optional.empty();
    }
}
