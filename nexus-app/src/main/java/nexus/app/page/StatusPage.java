package nexus.app.page;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.FleetCounts;
import nexus.app.registry.FleetSnapshot;

/// The fleet in plain HTML for people who only look: names and how they are, no addresses, no causes, no script.
public final class StatusPage {

    /// More would be no page for people; what is not well is listed first.
    static final int MOST = 500;

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final List<String> ORDER = List.of("unhealthy", "unknown", "draining", "healthy");

    private StatusPage() {}

    /// @param past  what is told beside
    /// @param files where its stylesheet is
    /// @param now   the moment that it speaks of
    public static byte[] of(FleetSnapshot fleet, StatusPast past, PageFiles files, Instant now) {
        var backends = fleet.backends().stream()
                .filter(backend -> backend.config().enabled())
                .sorted(Comparator.comparingInt(backend -> ORDER.indexOf(word(backend))))
                .toList();
        var html = new StringBuilder(4096);
        head(html, fleet.counts(), files);
        html.append("<ul>\n");
        backends.stream().limit(MOST).forEach(backend -> entry(html, backend, past));
        html.append("</ul>\n");
        if (backends.size() > MOST) {
            html.append("<p>and ").append(backends.size() - MOST).append(" more</p>\n");
        }
        TrackHtml.incidents(html, past);
        html.append("<footer>As of <time datetime=\"").append(now).append("\">");
        html.append(TIME.format(now)).append("</time> · watched by Nexus</footer>\n</main>\n</html>\n");
        return html.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// What the first line says.
    static String sentence(FleetCounts counts) {
        int total = counts.total();
        if (total == 0) {
            return "Nothing is watched yet";
        }
        return switch (counts.verdict()) {
            case HEALTHY -> total == 1 ? "The one backend is healthy" : "All " + total + " backends are healthy";
            case DEGRADED -> counts.healthy() + " of " + total + " backends are healthy";
            case UNHEALTHY -> "No backend is healthy";
        };
    }

    private static void head(StringBuilder html, FleetCounts counts, PageFiles files) {
        String verdict = counts.verdict().text();
        html.append("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark">
                <title>%1$s</title>
                <link rel="stylesheet" href="page/%2$s/status.css">
                <link rel="icon" href="page/%2$s/icon.svg">
                </head>
                <main>
                <h1 class="%3$s">%4$s%1$s</h1>
                """.formatted(sentence(counts), files.folder(), verdict, mark(verdict)));
    }

    private static void entry(StringBuilder html, BackendSnapshot backend, StatusPast past) {
        String word = word(backend);
        html.append("<li class=\"").append(word).append("\">").append(mark(word));
        html.append("<span class=\"name\">").append(Markup.text(backend.name())).append("</span>");
        html.append("<span class=\"word\">").append(word).append("</span><span class=\"past\">");
        var uptime = past.of(backend.name()).flatMap(Track::uptime);
        uptime.ifPresent(percent -> TrackHtml.uptime(html, percent));
        if (!word.equals("healthy")) {
            html.append(uptime.isPresent() ? " · since " : "since ");
            html.append("<time datetime=\"").append(backend.since()).append("\">");
            html.append(TIME.format(backend.since())).append("</time>");
        }
        html.append("</span>");
        past.of(backend.name()).ifPresent(track -> TrackHtml.bars(html, track));
        html.append("</li>\n");
    }

    private static String mark(String word) {
        return "<svg viewBox=\"-6 -6 12 12\" aria-hidden=\"true\"><path d=\""
                + StatusLook.of(word).path() + "\"/></svg>";
    }

    private static String word(BackendSnapshot backend) {
        return backend.status().text();
    }
}
