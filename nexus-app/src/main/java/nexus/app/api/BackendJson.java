package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import nexus.app.health.CheckError;
import nexus.app.health.Streak;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.RecentCheck;
import nexus.spi.Model;
import nexus.spi.ModelList;

/// One backend's entry. A key that is absent is not known yet. No header, key or credential is ever part of it.
final class BackendJson {

    private BackendJson() {}

    /// @param recent asked only where the last checks are to be written
    /// @param fields which of the entry's keys to write
    static void write(
            JsonGenerator out, BackendSnapshot backend, Supplier<List<RecentCheck>> recent, EntryFields fields)
            throws IOException {
        out.writeStartObject();
        fields.write(out, backend, recent);
        out.writeEndObject();
    }

    /// The word for what Nexus believes: a disabled backend has no health.
    static String status(BackendSnapshot backend) {
        return backend.config().enabled() ? backend.status().text() : "disabled";
    }

    /// Whether the last check was told that a model is still being loaded.
    static boolean isLoading(BackendSnapshot backend) {
        return backend.lastCheck()
                .flatMap(check -> check.error())
                .filter(error -> error instanceof CheckError.HttpError http && http.loading())
                .isPresent();
    }

    static void labels(JsonGenerator out, Map<String, String> labels) throws IOException {
        out.writeObjectFieldStart("labels");
        for (var label : labels.entrySet()) {
            out.writeStringField(label.getKey(), label.getValue());
        }
        out.writeEndObject();
    }

    static void streak(JsonGenerator out, BackendSnapshot backend) throws IOException {
        var streak = backend.state().streak();
        if (streak.kind() != Streak.Kind.NONE) {
            out.writeObjectFieldStart("streak");
            out.writeStringField("kind", streak.kind() == Streak.Kind.SUCCESS ? "success" : "failure");
            out.writeNumberField("length", streak.length());
            out.writeNumberField("needed", streak.needed(backend.config().thresholds()));
            out.writeEndObject();
        }
    }

    static void models(JsonGenerator out, ModelList models) throws IOException {
        out.writeArrayFieldStart("models");
        for (var model : models.models()) {
            model(out, model);
        }
        out.writeEndArray();
        if (models.dropped() > 0) {
            out.writeNumberField("models_dropped", models.dropped());
        }
    }

    private static void model(JsonGenerator out, Model model) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", model.id());
        if (model.contextLength().isPresent()) {
            out.writeNumberField("context_length", model.contextLength().getAsLong());
        }
        if (model.state().isPresent()) {
            out.writeStringField("state", model.state().get().text());
        }
        if (!model.capabilities().isEmpty()) {
            Json.texts(out, "capabilities", model.capabilities());
        }
        out.writeEndObject();
    }
}
