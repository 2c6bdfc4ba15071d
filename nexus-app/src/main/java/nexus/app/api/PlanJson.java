package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import nexus.app.config.BackendChange;
import nexus.app.config.KeyChange;
import nexus.app.operate.Reload;

/// What a configuration changes, or has changed.
final class PlanJson {

    private PlanJson() {}

    static byte[] of(Reload reload) {
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeBooleanField("applied", reload.applied());
            out.writeArrayFieldStart("changes");
            for (var change : reload.backends()) {
                write(out, change);
            }
            out.writeEndArray();
            keys(out, "settings", reload.settings());
            keys(out, "restart_needed", reload.restartNeeded());
            Json.texts(out, "notes", reload.notes());
            out.writeEndObject();
        });
    }

    private static void write(JsonGenerator out, BackendChange change) throws IOException {
        out.writeStartObject();
        out.writeStringField("backend", change.name());
        out.writeStringField("change", change.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        switch (change) {
            case BackendChange.Added added -> server(out, added.type(), added.url());
            case BackendChange.Removed removed -> server(out, removed.type(), removed.url());
            case BackendChange.Restarted _,
                    BackendChange.Disabled _,
                    BackendChange.Retimed _,
                    BackendChange.Changed _ -> {
                // The keys below say it all.
            }
        }
        keys(out, "keys", change.keys());
        out.writeEndObject();
    }

    private static void server(JsonGenerator out, String type, String url) throws IOException {
        out.writeStringField("type", type);
        out.writeStringField("url", url);
    }

    private static void keys(JsonGenerator out, String field, List<KeyChange> keys) throws IOException {
        out.writeArrayFieldStart(field);
        for (var key : keys) {
            out.writeStartObject();
            out.writeStringField("key", key.key());
            out.writeStringField("before", key.before());
            out.writeStringField("after", key.after());
            out.writeEndObject();
        }
        out.writeEndArray();
    }
}
