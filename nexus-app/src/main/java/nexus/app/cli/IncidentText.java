package nexus.app.cli;

/// An incident in words.
///
/// @param moments for times as the reader's clock shows them
record IncidentText(Json incident, Moments moments) {

    private static final int MILLIS = 1000;

    /// `03:12:05 to 03:15:10, 3m 5s`; `since 03:12:05, 3m 5s so far`.
    String when() {
        String start = Moments.parse(incident, "start").map(moments::clock).orElse("");
        String before = incident.has("began_before") ? "before " : "";
        return Moments.parse(incident, "end")
                .map(end -> before + start + " to " + moments.clock(end) + ", " + length() + ended())
                .orElse("since " + before + start + ", " + length() + " so far");
    }

    /// `2026-11-24 03:12:05, 3m 5s: Timeout`, for a column.
    String brief() {
        String start = Moments.parse(incident, "start").map(moments::clock).orElse("");
        String why = incident.at("first_cause").text("kind");
        return (isOpen() ? "since " : "") + start + ", " + length() + (why.isEmpty() ? "" : ", " + why);
    }

    boolean isOpen() {
        return !incident.has("end");
    }

    /// Lines for cause and fix; of one that changed, the first and the last.
    void addTo(Page page) {
        page.item("down", when() + watched());
        var first = incident.at("first_cause");
        var last = incident.at("last_cause");
        if (first.has("cause")) {
            page.item("cause", words(first));
        }
        if (incident.number("causes") > 1 && last.has("cause")) {
            page.item("later", words(last));
        }
        if (last.has("fix")) {
            page.item("fix", last.text("fix"));
        }
    }

    private static String words(Json cause) {
        return cause.text("kind") + ": " + cause.text("cause");
    }

    private String length() {
        return Uptime.text(seconds("length_ms"));
    }

    private String ended() {
        return switch (incident.text("ended")) {
            case "draining" -> ", ended by draining";
            case "removed" -> ", ended by its removal";
            default -> "";
        };
    }

    private String watched() {
        long watched = seconds("observed_ms");
        return watched < seconds("length_ms") ? "; Nexus watched " + Uptime.text(watched) + " of it" : "";
    }

    private long seconds(String key) {
        return incident.number(key) / MILLIS;
    }
}
