package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import nexus.app.registry.BackendSnapshot;

/// The keys of a backend's entry, in the order in which they are written; also what `?fields=` may name.
enum EntryField {
    NAME((out, backend) -> out.writeStringField("name", backend.name())),
    TYPE((out, backend) -> out.writeStringField("type", backend.config().type())),
    URL((out, backend) -> out.writeStringField("url", backend.config().url().toString())),
    STATUS((out, backend) -> out.writeStringField("status", BackendJson.status(backend))),
    SINCE((out, backend) -> Json.time(out, "since", backend.since())),
    /// Written only when it is so.
    LOADING((out, backend) -> {
        if (BackendJson.isLoading(backend)) {
            out.writeBooleanField("loading", true);
        }
    }),
    /// Who named it: `configured`, `added`, `discovered`.
    SOURCE((out, backend) ->
            out.writeStringField("source", backend.config().source().text())),
    PRIORITY((out, backend) -> out.writeNumberField("priority", backend.config().priority())),
    LABELS((out, backend) -> BackendJson.labels(out, backend.config().labels())),
    LATENCY_MS((out, backend) -> {
        if (backend.latency().isPresent()) {
            Json.millis(out, "latency_ms", backend.latency().getAsDouble());
        }
    }),
    STREAK(BackendJson::streak),
    MODELS((out, backend) -> {
        if (backend.models().isPresent()) {
            BackendJson.models(out, backend.models().get());
        }
    }),
    LAST_CHECK((out, backend) -> {
        if (backend.lastCheck().isPresent()) {
            LastCheckJson.write(out, backend.lastCheck().get(), backend.state());
        }
    }),
    NEXT_CHECK_AT((out, backend) -> {
        if (backend.nextCheck().isPresent()) {
            Json.time(out, "next_check_at", backend.nextCheck().get());
        }
    }),
    CHECKS((out, backend) -> {
        out.writeObjectFieldStart("checks");
        out.writeNumberField("total", backend.checks());
        out.writeNumberField("failed", backend.failed());
        out.writeEndObject();
    });

    /// Writes a key with its value, or nothing where the value is not known.
    private interface Writer {
        void write(JsonGenerator out, BackendSnapshot backend) throws IOException;
    }

    private final String key = name().toLowerCase(Locale.ROOT);
    private final Writer writer;

    EntryField(Writer writer) {
        this.writer = writer;
    }

    String key() {
        return key;
    }

    void write(JsonGenerator out, BackendSnapshot backend) throws IOException {
        writer.write(out, backend);
    }

    static Optional<EntryField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
