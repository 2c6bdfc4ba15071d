package nexus.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import nexus.app.cli.Page.Paper;

/// How one backend was, as one screen: the verdict, its numbers, what went wrong.
final class HistoryText {

    /// Incidents on one screen.
    private static final int SHOWN = 10;

    private final Json history;
    private final HistoryRange range;
    private final Page page;
    private final Moments moments;

    /// @param history an answer of `/v1/backends/NAME/history`
    HistoryText(Json history, HistoryRange range, Paper paper, ZoneId zone) {
        this.history = history;
        this.range = range;
        this.page = new Page(paper);
        this.moments = new Moments(time("to"), zone);
    }

    String text() {
        headline();
        page.gap();
        uptime();
        checks();
        incidents();
        return page.text();
    }

    private void headline() {
        var uptime = history.at("uptime").at("range");
        var percent = Percentage.of(uptime, "percent");
        var watched = Percentage.of(uptime, "observed_percent").filter(share -> !share.equals(Percentage.ALL));
        String name = history.text("name");
        String of = watched.isPresent() ? " of what was seen of " : " of ";
        var mark = percent.isEmpty() ? StatusMark.UNKNOWN : isOpen() ? StatusMark.UNHEALTHY : StatusMark.HEALTHY;
        page.headline(
                mark.sign(page.paper().unicode()),
                mark.style(),
                percent.map(share -> name + " was healthy " + share + of + range.words())
                        .orElse("nothing is known of " + name + " in " + range.words()));
        watched.ifPresent(
                share -> page.paragraph("Nexus watched " + share + " of that time; the rest is nobody's downtime"));
    }

    private boolean isOpen() {
        return history.at("incidents").items().stream().anyMatch(incident -> !incident.has("end"));
    }

    private void uptime() {
        String label = "uptime";
        for (String period : List.of("24h", "7d", "30d")) {
            page.row(
                    label,
                    String.format(
                            "%-4s %s",
                            period, Percentage.withObserved(history.at("uptime").at(period))));
            label = "";
        }
    }

    private void checks() {
        var total = history.at("total");
        if (!history.has("total")) {
            page.item("checks", "none in " + range.words());
            return;
        }
        String strip =
                HistoryStrip.of(history.at("points").items(), time("from"), time("to"), range.block(), page.paper());
        page.ready("checks", strip);
        page.item("", "a block is " + range.blockWords() + ", full where no check failed");
        page.item("", total.number("checks") + ", of which " + total.number("failed") + " failed");
        if (total.has("p50_ms")) {
            page.item(
                    "latency",
                    "p50 " + millis(total, "p50_ms") + ", p95 " + millis(total, "p95_ms") + ", p99 "
                            + millis(total, "p99_ms"));
        }
    }

    private void incidents() {
        var incidents = history.at("incidents").items();
        page.gap();
        if (incidents.isEmpty()) {
            page.paragraph("no incident in " + range.words());
        }
        for (var incident : incidents.subList(0, Math.min(SHOWN, incidents.size()))) {
            page.gap();
            new IncidentText(incident, moments).addTo(page);
        }
        long more = history.number("incidents_total") - SHOWN;
        if (more > 0) {
            page.gap();
            page.paragraph("and " + more + " incidents before; --json tells up to 200");
        }
    }

    private Instant time(String key) {
        return Moments.parse(history, key).orElse(Instant.EPOCH);
    }

    private static String millis(Json total, String key) {
        return WhyText.shown(WhyText.millis(total, key)) + " ms";
    }
}
