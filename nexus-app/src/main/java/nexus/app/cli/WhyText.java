package nexus.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import nexus.app.cli.Page.Paper;

/// An explanation as one screen, in the order in which somebody who was woken needs it: verdict, cause and what to
/// do; then how it came; then what applies.
final class WhyText {

    /// Less is nobody's concern.
    private static final double LATE_MILLIS = 1;

    private final Json backend;
    private final Page page;
    private final Moments moments;

    /// @param backend the JSON of an explanation
    WhyText(Json backend, Paper paper, ZoneId zone) {
        this.backend = backend;
        this.page = new Page(paper);
        this.moments = new Moments(Moments.parse(backend, "now").orElse(Instant.EPOCH), zone);
    }

    /// @param all whether settings that nobody chose are shown too
    String of(boolean all) {
        headline();
        page.gap();
        Trouble.add(page, backend, false);
        models();
        page.gap();
        history();
        page.gap();
        settings(all);
        return page.text();
    }

    private void headline() {
        var mark = StatusMark.of(backend);
        page.headline(mark.sign(page.paper().unicode()), mark.style(), backend.text("summary"));
        page.paragraph(since() + backend.text("type") + " at " + backend.text("url") + place());
        backend.at("notes").items().forEach(note -> note.text().ifPresent(page::paragraph));
    }

    /// Whoever is not checked is in no status that could have begun.
    private String since() {
        return Moments.parse(backend, "since")
                .filter(_ -> backend.has("last_check"))
                .map(time ->
                        backend.text("status") + " since " + moments.clock(time) + " (" + moments.ago(time) + "); ")
                .orElse("");
    }

    private String place() {
        return backend.at("settings").items().stream()
                .filter(setting -> setting.text("key").equals("url")
                        && setting.text("origin").contains(":"))
                .map(setting -> " (" + setting.text("origin") + ")")
                .findFirst()
                .orElse("");
    }

    private void models() {
        var models = backend.at("models").items().stream()
                .flatMap(model -> model.text().stream())
                .toList();
        if (!models.isEmpty()) {
            boolean now = backend.text("status").equals("healthy");
            String line = models.size() + (now ? ": " : ", by the last good check: ") + String.join(", ", models);
            page.item("models", DisplayWidth.cut(line, page.room()));
        }
    }

    private void history() {
        var recent = backend.at("recent").items();
        if (!recent.isEmpty()) {
            page.ready("checks", Strip.of(recent, millis(backend, "timeout_ms"), page.paper()) + "  " + span(recent));
            page.item("", Tally.of(recent));
        }
        if (backend.has("last_check")) {
            last(backend.at("last_check"));
        }
        if (backend.has("streak")) {
            var streak = backend.at("streak");
            String at = Moments.parse(streak, "at")
                    .map(time -> ", at " + moments.clock(time))
                    .orElse("");
            page.item("streak", streak.text("text") + at);
        }
        Moments.parse(backend, "next_check_at")
                .ifPresent(next -> page.item("next", moments.clock(next) + ", " + moments.ahead(next)));
    }

    private void last(Json check) {
        String at = Moments.parse(check, "at").map(moments::clock).orElse("");
        String most = PhaseWords.most(check).map(words -> ", mostly " + words).orElse("");
        page.item("last", at + ", took " + shown(millis(check, "latency_ms")) + " ms" + most);
        double late = millis(check, "lateness_ms");
        String lateness = late < LATE_MILLIS ? "" : "; started " + shown(late) + " ms late";
        PhaseWords.each(check).ifPresent(phases -> page.item("", phases + lateness));
    }

    private String span(List<Json> recent) {
        var first = Moments.parse(recent.getFirst(), "at").map(moments::clock).orElse("");
        var last = Moments.parse(recent.getLast(), "at").map(moments::clock).orElse("");
        String span = recent.size() == 1 ? first : first + " to " + last;
        return recent.size() + 2 + span.length() <= page.room() ? span : "from " + first;
    }

    private void settings(boolean all) {
        SettingLines.add(page, backend.at("settings").items(), all);
    }

    static double millis(Json json, String key) {
        return json.at(key).number().map(Number::doubleValue).orElse(0.0);
    }

    static String shown(double millis) {
        return String.format(Locale.ROOT, millis < 100 ? "%.1f" : "%.0f", millis);
    }
}
