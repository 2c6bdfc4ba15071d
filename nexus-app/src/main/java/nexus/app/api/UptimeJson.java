package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import nexus.app.history.Condition;
import nexus.app.history.Uptime;

/// How long a backend was in each condition, and what share of that was good.
final class UptimeJson {

    private UptimeJson() {}

    static void write(JsonGenerator out, String field, Uptime uptime) throws IOException {
        out.writeObjectFieldStart(field);
        percents(out, uptime);
        for (var condition : Condition.values()) {
            Json.millis(out, condition.text() + "_ms", uptime.time(condition).toNanos());
        }
        out.writeEndObject();
    }

    /// The shares alone.
    static void writeShort(JsonGenerator out, String field, Uptime uptime) throws IOException {
        out.writeObjectFieldStart(field);
        percents(out, uptime);
        out.writeEndObject();
    }

    private static void percents(JsonGenerator out, Uptime uptime) throws IOException {
        percent(out, "percent", uptime.percent());
        percent(out, "observed_percent", uptime.observedPercent());
    }

    private static void percent(JsonGenerator out, String field, Optional<BigDecimal> percent) throws IOException {
        if (percent.isPresent()) {
            out.writeFieldName(field);
            out.writeNumber(percent.get().stripTrailingZeros().toPlainString());
        }
    }
}
