package nexus.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The last checks counted by what they came to: `13 good in 1.2 to 3.4 ms, 17 HttpError(503)`.
final class Tally {

    private Tally() {}

    /// @param checks of an explanation
    static String of(List<Json> checks) {
        Map<String, Integer> others = new LinkedHashMap<>();
        for (var check : checks) {
            if (!isGood(check)) {
                others.merge(check.text("verdict").equals("void") ? "void" : check.text("error"), 1, Integer::sum);
            }
        }
        String bad = others.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        String good = good(checks);
        return good + (good.isEmpty() || bad.isEmpty() ? "" : ", ") + bad;
    }

    private static String good(List<Json> checks) {
        var times = checks.stream()
                .filter(Tally::isGood)
                .mapToDouble(check -> WhyText.millis(check, "latency_ms"))
                .summaryStatistics();
        if (times.getCount() == 0) {
            return "";
        }
        String least = WhyText.shown(times.getMin());
        String most = WhyText.shown(times.getMax());
        return times.getCount() + " good in " + (least.equals(most) ? "" : least + " to ") + most + " ms";
    }

    private static boolean isGood(Json check) {
        return check.text("verdict").equals("healthy");
    }
}
