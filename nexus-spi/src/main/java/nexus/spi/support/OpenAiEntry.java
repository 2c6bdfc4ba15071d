package nexus.spi.support;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import nexus.spi.Model;
import nexus.spi.ModelState;

/// One entry of a list in OpenAI's manner, with what servers add to it.
final class OpenAiEntry {

    static final Set<String> FIELDS = Set.of(
            "id",
            "key",
            "name",
            "model",
            "owned_by",
            "digest",
            "state",
            "status",
            "value",
            "failed",
            "loaded_instances",
            "config",
            "meta",
            "n_ctx",
            "dmr",
            "top_provider",
            "details",
            "loaded_context_length",
            "max_model_len",
            "context_length",
            "max_context_length",
            "max_context_window",
            "context_window",
            "max_input_tokens",
            "capabilities",
            "type",
            "architecture",
            "input_modalities",
            "labels",
            "supported_parameters",
            "vision",
            "tools",
            "trained_for_tool_use",
            "tool_use",
            "chat_completion",
            "completion",
            "embeddings");

    /// Where a context length stands, the one in use before the largest possible. Sources: LM Studio v0 and v1,
    /// llama-server, vLLM and SGLang, Exo and OpenRouter and Together, LM Studio, Lemonade, Groq, LiteLLM, Docker
    /// Model Runner. llama-server's `n_ctx_train` is left out: it is not what can be used.
    private static final List<JsonPointer> CONTEXT = Stream.of(
                    "/loaded_context_length",
                    "/loaded_instances/0/config/context_length",
                    "/meta/n_ctx",
                    "/max_model_len",
                    "/context_length",
                    "/max_context_length",
                    "/max_context_window",
                    "/context_window",
                    "/max_input_tokens",
                    "/dmr/context_window",
                    "/top_provider/context_length",
                    "/details/context_length")
            .map(JsonPointer::compile)
            .toList();

    private OpenAiEntry() {}

    static Optional<Model> model(ObjectNode entry) {
        return ModelLists.id(entry, "id", "key", "name", "model").map(id -> described(Model.named(id), entry));
    }

    private static Model described(Model model, ObjectNode entry) {
        Model described = model.withContextLength(contextLength(entry)).withCapabilities(Capabilities.ofEntry(entry));
        Optional<ModelState> state = state(entry);
        if (state.isPresent()) {
            described = described.withState(state.get());
        }
        Optional<String> owner = ModelLists.id(entry, "owned_by");
        return owner.isPresent() ? described.withOwnedBy(owner.get()) : described;
    }

    private static long contextLength(ObjectNode entry) {
        for (JsonPointer path : CONTEXT) {
            OptionalLong found = tokens(entry.at(path));
            if (found.isPresent()) {
                return found.getAsLong();
            }
        }
        return 0;
    }

    /// A positive number, which may be written as a fraction or a text.
    static OptionalLong tokens(JsonNode node) {
        double value = node.isNumber() || node.isTextual() ? node.asDouble(0) : 0;
        return value >= 1 && value < Long.MAX_VALUE ? OptionalLong.of((long) value) : OptionalLong.empty();
    }

    /// llama-server's router says `status.value` (and `failed` of a load gone wrong, which a later one may have made
    /// stale), LM Studio `state` or a list of loaded instances.
    private static Optional<ModelState> state(ObjectNode entry) {
        JsonNode instances = entry.path("loaded_instances");
        if (instances.isArray()) {
            return Optional.of(instances.isEmpty() ? ModelState.AVAILABLE : ModelState.LOADED);
        }
        JsonNode status = entry.path("status");
        return stateOf(status.path("value"))
                .or(() -> stateOf(entry.path("state")))
                .map(state ->
                        state == ModelState.AVAILABLE && status.path("failed").asBoolean() ? ModelState.FAILED : state);
    }

    private static Optional<ModelState> stateOf(JsonNode word) {
        return switch (word.isTextual() ? word.asText() : "") {
            case "loaded" -> Optional.of(ModelState.LOADED);
            case "loading", "downloading" -> Optional.of(ModelState.LOADING);
            case "unloaded", "not-loaded", "sleeping", "downloaded" -> Optional.of(ModelState.AVAILABLE);
            case "failed" -> Optional.of(ModelState.FAILED);
            default -> Optional.empty();
        };
    }
}
