package nexus.app.cli;

import java.math.BigDecimal;
import java.util.Optional;

/// An uptime of an answer, as it was rounded there: `99.98 %`.
final class Percentage {

    static final String ALL = "100 %";

    private Percentage() {}

    static Optional<String> of(Json json, String key) {
        return json.at(key)
                .number()
                .map(number ->
                        new BigDecimal(number.toString()).stripTrailingZeros().toPlainString() + " %");
    }

    /// The uptime, and in brackets how much of the time was watched, if that is not all of it.
    static String withObserved(Json uptime) {
        String watched = of(uptime, "observed_percent")
                .filter(percent -> !percent.equals(ALL))
                .map(percent -> " (" + percent + ")")
                .orElse("");
        return of(uptime, "percent").map(percent -> percent + watched).orElse("-");
    }
}
