package nexus.app.explain;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nexus.app.explain.Explanation.LastCheck;
import nexus.app.explain.Explanation.SeenWords;
import nexus.app.explain.Explanation.Setting;
import nexus.app.health.CheckError;
import nexus.app.health.CheckError.HttpError;
import nexus.app.health.PhaseTimes;
import nexus.app.registry.RecentCheck;

/// An explanation as JSON, with the words of a backend's entry where both say the same. A key that is absent is
/// not known, or does not apply.
public final class ExplanationJson {

    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final JsonGenerator out;

    private ExplanationJson(JsonGenerator out) {
        this.out = out;
    }

    /// Writes one object.
    public static void write(JsonGenerator out, Explanation explanation) throws IOException {
        new ExplanationJson(out).write(explanation);
    }

    private void write(Explanation backend) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", backend.server().name());
        out.writeStringField("type", backend.server().type());
        out.writeStringField("url", backend.server().url());
        out.writeStringField("source", backend.server().source().text());
        out.writeStringField("status", backend.status());
        if (backend.since().isPresent()) {
            time("since", backend.since().get());
        }
        time("now", backend.now());
        out.writeStringField("summary", backend.summary());
        texts("notes", backend.notes());
        if (backend.lastCheck().isPresent()) {
            last(backend.lastCheck().get());
        }
        if (backend.streak().isPresent()) {
            streak(backend.streak().get());
        }
        recent(backend.recent());
        millis("timeout_ms", backend.timeout().toNanos());
        if (backend.nextCheck().isPresent()) {
            time("next_check_at", backend.nextCheck().get());
        }
        if (backend.models().isPresent()) {
            texts("models", backend.models().get());
        }
        out.writeObjectFieldStart("checks");
        out.writeNumberField("total", backend.counts().total());
        out.writeNumberField("failed", backend.counts().failed());
        out.writeEndObject();
        settings(backend.settings());
        out.writeEndObject();
    }

    private void last(LastCheck check) throws IOException {
        out.writeObjectFieldStart("last_check");
        time("at", check.at());
        out.writeStringField("verdict", check.verdict().text());
        millis("latency_ms", check.phases().total());
        millis("lateness_ms", check.lateness());
        phases(check.phases());
        if (check.voided().isPresent()) {
            out.writeStringField("void", check.voided().get());
        }
        if (check.error().isPresent()) {
            error(check.error().get());
        }
        if (check.seen().isPresent()) {
            seen(check.seen().get());
        }
        out.writeEndObject();
    }

    private void error(CheckError error) throws IOException {
        out.writeObjectFieldStart("error");
        out.writeStringField("kind", error.kind());
        out.writeStringField("text", error.text());
        out.writeStringField("cause", error.cause());
        out.writeStringField("fix", error.fix());
        if (error instanceof HttpError http && http.loading()) {
            out.writeBooleanField("loading", true);
        }
        out.writeEndObject();
    }

    private void seen(SeenWords seen) throws IOException {
        out.writeObjectFieldStart("seen");
        if (seen.status().isPresent()) {
            out.writeNumberField("status", seen.status().get());
        }
        out.writeNumberField("bytes", seen.length());
        out.writeStringField("text", seen.text());
        out.writeBooleanField("cut", seen.cut());
        out.writeEndObject();
    }

    private void streak(Explanation.StreakWords streak) throws IOException {
        out.writeObjectFieldStart("streak");
        out.writeStringField("text", streak.text());
        if (streak.at().isPresent()) {
            time("at", streak.at().get());
        }
        out.writeEndObject();
    }

    private void recent(List<RecentCheck> checks) throws IOException {
        out.writeArrayFieldStart("recent");
        for (var check : checks) {
            out.writeStartObject();
            time("at", check.at());
            out.writeStringField("verdict", check.verdict().text());
            if (check.error().isPresent()) {
                out.writeStringField("error", check.error().get());
            }
            millis("latency_ms", check.phases().total());
            phases(check.phases());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void phases(PhaseTimes times) throws IOException {
        out.writeObjectFieldStart("phases");
        millis("resolve_ms", times.resolving());
        millis("connect_ms", times.connecting());
        millis("tls_ms", times.securing());
        millis("wait_ms", times.waiting());
        millis("read_ms", times.reading());
        out.writeEndObject();
    }

    private void settings(List<Setting> settings) throws IOException {
        out.writeArrayFieldStart("settings");
        for (var setting : settings) {
            out.writeStartObject();
            out.writeStringField("key", setting.key());
            out.writeStringField("value", setting.value());
            out.writeStringField("origin", setting.origin());
            out.writeBooleanField("default", setting.isDefault());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void texts(String field, List<String> texts) throws IOException {
        out.writeArrayFieldStart(field);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    private void time(String field, Instant time) throws IOException {
        out.writeStringField(field, RFC_3339.format(time));
    }

    private void millis(String field, long nanos) throws IOException {
        out.writeFieldName(field);
        out.writeNumber(BigDecimal.valueOf(nanos, 6)
                .setScale(3, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString());
    }
}
