package nexus.spi.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a model can do, in one vocabulary for all servers: users ask for the models that see images, whatever each
/// server calls that.
@SuppressWarnings("exports") // a probe that reads JSON requires Jackson itself
public final class Capabilities {

    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,39}");

    private Capabilities() {}

    /// The words of an array of texts, or the names that are `true` in an object; anything else gives none. Made
    /// lower-case, without repetition, each server's word for a thing replaced by the common one (`tool_use` by
    /// `tools`, `multimodal` by `vision`).
    ///
    /// @param node what an entry says of its capabilities; may be missing
    /// @return in the order sent, without what is no word; a list keeps the first of them, see
    /// [nexus.spi.ModelList#MAX_CAPABILITIES]
    public static List<String> of(JsonNode node) {
        Set<String> words = new LinkedHashSet<>();
        addTo(words, node);
        return List.copyOf(words);
    }

    /// All that an entry of a list says about it. Sources: `capabilities` (Exo, LocalAI, llama-server, LM Studio
    /// v0; an object in LM Studio v1 and Azure), `type` (LM Studio), `architecture.input_modalities` (llama-server,
    /// OpenRouter), `labels` (Lemonade), `supported_parameters` (OpenRouter).
    static List<String> ofEntry(ObjectNode entry) {
        Set<String> words = new LinkedHashSet<>();
        addTo(words, entry.path("capabilities"));
        addTo(words, entry.path("labels"));
        switch (entry.path("type").asText()) {
            case "vlm" -> words.add("vision");
            case "embedding", "embeddings" -> words.add("embedding");
            default -> {}
        }
        if (has(entry.path("architecture").path("input_modalities"), "image")) {
            words.add("vision");
        }
        if (has(entry.path("supported_parameters"), "tools")) {
            words.add("tools");
        }
        return List.copyOf(words);
    }

    private static void addTo(Set<String> words, JsonNode node) {
        if (node.isArray()) {
            node.forEach(word -> add(words, word.isTextual() ? word.asText() : ""));
        }
        node.properties().forEach(field -> {
            if (field.getValue().isBoolean() && field.getValue().asBoolean()) {
                add(words, field.getKey());
            }
        });
    }

    private static void add(Set<String> words, String raw) {
        String word = common(raw.toLowerCase(Locale.ROOT));
        if (WORD.matcher(word).matches()) {
            words.add(word);
        }
    }

    private static String common(String word) {
        return switch (word) {
            case "multimodal" -> "vision";
            case "tool_use", "tool-calling", "trained_for_tool_use" -> "tools";
            case "embeddings" -> "embedding";
            case "chat_completion" -> "chat";
            default -> word;
        };
    }

    private static boolean has(JsonNode array, String word) {
        for (JsonNode element : array) {
            if (element.asText().equals(word)) {
                return true;
            }
        }
        return false;
    }
}
