package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import nexus.app.health.CheckError;
import nexus.app.health.HealthState;
import nexus.app.health.PhaseTimes;
import nexus.app.health.Streak;
import nexus.app.registry.CheckReport;

/// How a backend's last check went: verdict, where the time went, cause and fix.
final class LastCheckJson {

    private LastCheckJson() {}

    /// @param state what followed from the check
    static void write(JsonGenerator out, CheckReport check, HealthState state) throws IOException {
        out.writeObjectFieldStart("last_check");
        Json.time(out, "at", check.at());
        out.writeStringField("verdict", verdict(check, state));
        Json.millis(out, "latency_ms", check.phases().total());
        Json.millis(out, "lateness_ms", check.lateness());
        phases(out, check.phases());
        if (check.voided().isPresent()) {
            out.writeStringField("void", check.voided().get());
        }
        if (check.forgiven().isPresent()) {
            out.writeStringField("forgiven", check.forgiven().get());
        }
        if (check.error().isPresent()) {
            error(out, "error", check.error().get());
        }
        out.writeEndObject();
    }

    /// A void check that was one too many in a row counted as a failure: it left a streak of failures, no
    /// voids.
    private static String verdict(CheckReport check, HealthState state) {
        boolean counted = state.voids() == 0 && state.streak().kind() == Streak.Kind.FAILURE;
        if (check.voided().isPresent() && !counted) {
            return "void";
        }
        return check.voided().isPresent() || check.error().isPresent() ? "unhealthy" : "healthy";
    }

    private static void phases(JsonGenerator out, PhaseTimes times) throws IOException {
        out.writeObjectFieldStart("phases");
        Json.millis(out, "resolve_ms", times.resolving());
        Json.millis(out, "connect_ms", times.connecting());
        Json.millis(out, "tls_ms", times.securing());
        Json.millis(out, "wait_ms", times.waiting());
        Json.millis(out, "read_ms", times.reading());
        out.writeEndObject();
    }

    /// Why a check failed, in a member of this name.
    static void error(JsonGenerator out, String field, CheckError error) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeStringField("kind", error.kind());
        out.writeStringField("text", error.text());
        out.writeStringField("cause", error.cause());
        out.writeStringField("fix", error.fix());
        out.writeEndObject();
    }
}
