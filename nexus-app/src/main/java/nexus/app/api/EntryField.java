package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.RecentCheck;

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
    }),
    /// How many there are, for who shows many backends.
    MODEL_COUNT((out, backend) -> {
        if (backend.models().isPresent()) {
            out.writeNumberField("model_count", backend.models().get().models().size());
        }
    }),
    RECENT((out, _, recent) -> RecentJson.write(out, recent.get()));

    /// What is only written where it is asked for by name.
    static final Set<EntryField> ON_REQUEST = Set.of(MODEL_COUNT, RECENT);

    /// Writes a key with its value, or nothing where the value is not known.
    private interface Writer {
        void write(JsonGenerator out, BackendSnapshot backend) throws IOException;
    }

    /// The same for what is no part of a snapshot.
    private interface RecentWriter {
        void write(JsonGenerator out, BackendSnapshot backend, Supplier<List<RecentCheck>> recent) throws IOException;
    }

    private final String key = name().toLowerCase(Locale.ROOT);
    private final RecentWriter writer;

    EntryField(Writer writer) {
        this((out, backend, _) -> writer.write(out, backend));
    }

    EntryField(RecentWriter writer) {
        this.writer = writer;
    }

    String key() {
        return key;
    }

    /// @param recent asked only where the last checks are to be written
    void write(JsonGenerator out, BackendSnapshot backend, Supplier<List<RecentCheck>> recent) throws IOException {
        writer.write(out, backend, recent);
    }

    static Optional<EntryField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
