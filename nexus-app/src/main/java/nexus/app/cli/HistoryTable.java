package nexus.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import nexus.app.cli.Table.Cell;

/// The uptimes of a fleet, page by page.
final class HistoryTable {

    private final Table table = new Table("Backend", "24 h", "7 d", "30 d", "Last incident");
    private final ZoneId zone;
    private String last = "";

    HistoryTable(ZoneId zone) {
        this.zone = zone;
    }

    /// @param page an answer of `/v1/history`
    void add(Json page) {
        var moments = new Moments(Moments.parse(page, "to").orElse(Instant.EPOCH), zone);
        for (var backend : page.at("data").items()) {
            last = backend.text("name");
            var uptime = backend.at("uptime");
            table.row(
                    Cell.of(last),
                    uptime(uptime, "24h"),
                    uptime(uptime, "7d"),
                    uptime(uptime, "30d"),
                    incident(backend, moments));
        }
    }

    /// The name of the backend that was added last.
    String last() {
        return last;
    }

    String text(Terminal terminal) {
        return table.text(terminal);
    }

    private static Cell uptime(Json uptime, String period) {
        return Cell.of(Percentage.withObserved(uptime.at(period)));
    }

    private static Cell incident(Json backend, Moments moments) {
        if (!backend.has("incident")) {
            return Cell.of("-");
        }
        var incident = new IncidentText(backend.at("incident"), moments);
        return new Cell(incident.brief(), incident.isOpen() ? Style.BAD : Style.PLAIN);
    }
}
