package nexus.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/// Where a check's time went.
final class PhaseWords {

    private static final List<String> PHASES = List.of("resolve", "connect", "tls", "wait", "read");
    private static final Map<String, String> WORDS = Map.of(
            "resolve", "looking up the name",
            "connect", "connecting",
            "tls", "shaking hands",
            "wait", "waiting for the answer",
            "read", "reading the answer");

    private static final double MOST = 0.5;
    /// Shorter phases are not told.
    private static final double LEAST_MILLIS = 0.05;

    private PhaseWords() {}

    /// The phases that took time worth telling: `connect 0.4, wait 4999.6 ms`.
    ///
    /// @param check a check of an explanation
    static Optional<String> each(Json check) {
        var told = new StringJoiner(", ");
        for (String phase : PHASES) {
            double millis = millis(check, phase);
            if (millis >= LEAST_MILLIS) {
                told.add(phase + " " + String.format(Locale.ROOT, "%.1f", millis));
            }
        }
        return told.length() == 0 ? Optional.empty() : Optional.of(told + " ms");
    }

    /// What most of the time was spent with: `waiting for the answer`.
    static Optional<String> most(Json check) {
        double total = WhyText.millis(check, "latency_ms");
        return PHASES.stream()
                .filter(phase -> millis(check, phase) > MOST * total)
                .map(WORDS::get)
                .findFirst();
    }

    private static double millis(Json check, String phase) {
        return WhyText.millis(check.at("phases"), phase + "_ms");
    }
}
