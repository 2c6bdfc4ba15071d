package nexus.app.cli;

import java.util.List;

/// The last checks as small bars: as high as their time was long, a mark of their own for those that failed.
final class Strip {

    private static final String BARS = "▁▂▃▅▇";
    private static final String ASCII_BARS = "_.-=#";
    /// Up to which part of the timeout each bar but the last stands.
    private static final double[] PARTS = {0.05, 0.2, 0.45, 0.75};

    private Strip() {}

    /// @param checks of an explanation, oldest first
    static String of(List<Json> checks, double timeoutMillis, Page.Paper paper) {
        var strip = new StringBuilder();
        for (var check : checks) {
            strip.append(
                    switch (check.text("verdict")) {
                        case "healthy" -> paper.painted(Style.GOOD, bar(check, timeoutMillis, paper.unicode()));
                        case "unhealthy" -> paper.painted(Style.BAD, paper.unicode() ? "✗" : "x");
                        default -> paper.painted(Style.WAITING, paper.unicode() ? "○" : "o");
                    });
        }
        return strip.toString();
    }

    private static String bar(Json check, double timeoutMillis, boolean unicode) {
        double part = WhyText.millis(check, "latency_ms") / timeoutMillis;
        int height = 0;
        while (height < PARTS.length && part > PARTS[height]) {
            height++;
        }
        return String.valueOf((unicode ? BARS : ASCII_BARS).charAt(height));
    }
}
