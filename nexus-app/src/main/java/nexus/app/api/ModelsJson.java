package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import nexus.app.registry.Catalog;

/// `/v1/models`: OpenAI's list, and in one object `nexus` what we know beyond it.
final class ModelsJson {

    /// Which models are told.
    enum Scope {
        /// Those that a healthy backend serves.
        AVAILABLE,
        /// All that are known, each marked with whether it is available.
        ALL;

        boolean includes(Catalog.Entry entry) {
            return this == ALL || entry.isAvailable();
        }
    }

    private ModelsJson() {}

    static byte[] list(Catalog catalog, Scope scope) {
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringField("object", "list");
            out.writeArrayFieldStart("data");
            for (var entry : catalog.entries()) {
                if (scope.includes(entry)) {
                    write(out, entry, scope);
                }
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    static byte[] one(Catalog.Entry entry, Scope scope) {
        return Json.bytes(out -> write(out, entry, scope));
    }

    private static void write(JsonGenerator out, Catalog.Entry entry, Scope scope) throws IOException {
        var facts = ModelFacts.of(entry);
        out.writeStartObject();
        out.writeStringField("id", entry.id());
        out.writeStringField("object", "model");
        out.writeNumberField("created", entry.since().getEpochSecond());
        out.writeStringField("owned_by", facts.ownedBy());
        out.writeObjectFieldStart("nexus");
        if (scope == Scope.ALL) {
            out.writeBooleanField("available", entry.isAvailable());
        }
        Json.texts(out, "backends", facts.backends());
        if (facts.contextLength().isPresent()) {
            out.writeNumberField("context_length", facts.contextLength().getAsLong());
        }
        if (!facts.capabilities().isEmpty()) {
            Json.texts(out, "capabilities", facts.capabilities());
        }
        if (facts.state().isPresent()) {
            out.writeStringField("state", facts.state().get().text());
        }
        out.writeEndObject();
        out.writeEndObject();
    }
}
