package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import nexus.app.health.PhaseTimes;
import nexus.app.registry.RecentCheck;

/// The last checks of a backend in as few bytes as a page that asks for fifty of them each second needs:
/// `[1795554918033,"unhealthy",[0,0.4,0,1000.2,0],"Timeout(1)"]`.
final class RecentJson {

    private RecentJson() {}

    /// @param checks oldest first
    static void write(JsonGenerator out, List<RecentCheck> checks) throws IOException {
        out.writeArrayFieldStart("recent");
        for (var check : checks) {
            write(out, check);
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, RecentCheck check) throws IOException {
        out.writeStartArray();
        out.writeNumber(check.at().toEpochMilli());
        out.writeString(check.verdict().text());
        phases(out, check.phases());
        if (check.error().isPresent()) {
            out.writeString(check.error().get());
        }
        out.writeEndArray();
    }

    private static void phases(JsonGenerator out, PhaseTimes times) throws IOException {
        out.writeStartArray();
        Json.millis(out, times.resolving());
        Json.millis(out, times.connecting());
        Json.millis(out, times.securing());
        Json.millis(out, times.waiting());
        Json.millis(out, times.reading());
        out.writeEndArray();
    }
}
