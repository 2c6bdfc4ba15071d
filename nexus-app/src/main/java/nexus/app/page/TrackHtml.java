package nexus.app.page;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nexus.app.history.Incident;

/// The past in HTML: a bar a day, and what happened.
final class TrackHtml {

    private static final int MOST_INCIDENTS = 15;
    private static final int STEP = 8;
    private static final int BAR = 6;
    private static final int HEIGHT = 22;

    private record Told(String name, Incident incident) {}

    private TrackHtml() {}

    static void uptime(StringBuilder html, BigDecimal percent) {
        html.append("<b>")
                .append(words(percent))
                .append("</b> healthy in ")
                .append(Track.DAYS)
                .append(" days");
    }

    /// Thirty bars. A day with a failed check is marked by a cut from below, not by its colour alone.
    static void bars(StringBuilder html, Track track) {
        html.append(String.format(
                Locale.ROOT,
                "<svg class=\"days\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"the last %d days: %s\">",
                Track.DAYS * STEP,
                HEIGHT,
                Track.DAYS,
                track.uptime().map(percent -> "healthy for " + words(percent)).orElse("not known")));
        for (int i = 0; i < track.days().size(); i++) {
            bar(html, i * STEP, track.days().get(i));
        }
        html.append("</svg>");
    }

    private static void bar(StringBuilder html, int x, Optional<Track.Day> day) {
        double failed = day.map(Track.Day::failed).orElse(0.0);
        double bad = failed == 0 ? 0 : Math.max(4, failed * HEIGHT);
        rect(html, day.isEmpty() ? "none" : "healthy", x, 0, HEIGHT - bad);
        if (bad > 0) {
            rect(html, "unhealthy", x, HEIGHT - bad + 1, bad - 1);
        }
    }

    private static void rect(StringBuilder html, String kind, int x, double y, double height) {
        if (height > 0) {
            html.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" rx=\"1\"/>",
                    kind,
                    x,
                    y,
                    BAR,
                    height));
        }
    }

    /// The newest incidents of all backends: which one, when, for how long. Why is nothing for the public.
    static void incidents(StringBuilder html, StatusPast past) {
        var newest = past.tracks().entrySet().stream()
                .flatMap(track -> track.getValue().incidents().stream().map(each -> new Told(track.getKey(), each)))
                .sorted(Comparator.comparing((Told told) -> told.incident().start())
                        .reversed())
                .limit(MOST_INCIDENTS)
                .toList();
        if (!newest.isEmpty()) {
            html.append("<h2>Incidents of the last ").append(Track.DAYS).append(" days</h2>\n<ol>\n");
            newest.forEach(told -> incident(html, told));
            html.append("</ol>\n");
        }
    }

    private static void incident(StringBuilder html, Told told) {
        Instant start = told.incident().start();
        html.append("<li><span class=\"name\">").append(Markup.text(told.name()));
        html.append("</span> <time datetime=\"").append(start).append("\">");
        html.append(StatusPage.TIME.format(start)).append("</time> <span>");
        html.append(told.incident().end().isEmpty() ? "down for " : "was down for ");
        html.append(words(told.incident().length())).append("</span></li>\n");
    }

    private static String words(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + " %";
    }

    /// `42 s`, `3 min`, `2 h 10 min`, `5 d 1 h`.
    static String words(Duration length) {
        var units = List.of(
                length.toDays() + " d",
                length.toHoursPart() + " h",
                length.toMinutesPart() + " min",
                length.toSecondsPart() + " s");
        int first = 0;
        while (first < units.size() - 1 && units.get(first).startsWith("0 ")) {
            first++;
        }
        boolean two = first < 2 && !units.get(first + 1).startsWith("0 ");
        return two ? units.get(first) + " " + units.get(first + 1) : units.get(first);
    }
}
