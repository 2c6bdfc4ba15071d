package nexus.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Checks over a range as blocks: full where none failed, lower the more did, a dot where there was none.
final class HistoryStrip {

    private static final double FEW = 0.01;
    private static final double HALF = 0.5;

    private HistoryStrip() {}

    /// @param points of an answer
    /// @param block  how much time one is
    static String of(List<Json> points, Instant from, Instant to, Duration block, Page.Paper paper) {
        int length = (int) Duration.between(from, to).plus(block).minusNanos(1).dividedBy(block);
        long[] checks = new long[length];
        long[] failed = new long[length];
        for (var point : points) {
            long index = Moments.parse(point, "start")
                    .map(start -> Duration.between(from, start).dividedBy(block))
                    .orElse(-1L);
            if (index >= 0 && index < length) {
                checks[(int) index] += point.number("checks");
                failed[(int) index] += point.number("failed");
            }
        }
        var strip = new StringBuilder();
        for (int i = 0; i < length; i++) {
            strip.append(block(checks[i], failed[i], paper));
        }
        return strip.toString();
    }

    private static String block(long checks, long failed, Page.Paper paper) {
        if (checks == 0) {
            return paper.painted(Style.FAINT, paper.unicode() ? "·" : ".");
        }
        double share = (double) failed / checks;
        if (share == 0) {
            return paper.painted(Style.GOOD, paper.unicode() ? "█" : "#");
        }
        if (share < FEW) {
            return paper.painted(Style.WAITING, paper.unicode() ? "▆" : "+");
        }
        return share < HALF
                ? paper.painted(Style.WAITING, paper.unicode() ? "▄" : "-")
                : paper.painted(Style.BAD, paper.unicode() ? "▁" : "_");
    }
}
