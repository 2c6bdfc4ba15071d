package nexus.app.cli;

import java.util.StringJoiner;
import java.util.stream.Collectors;

/// How the last check of a backend's entry went, as `nexus check` shows one, and what the backend is now.
final class EntryText {

    private static final int MODELS_SHOWN = 20;

    private EntryText() {}

    static boolean succeeded(Json entry) {
        return entry.at("last_check").text("verdict").equals("healthy");
    }

    static String of(Json entry, Page.Paper paper) {
        var page = new Page(paper);
        var check = entry.at("last_check");
        page.whole(entry.text("name") + "  " + entry.text("url") + " (" + entry.text("type") + "): " + verdict(check));
        Trouble.add(page, entry, true);
        String most = PhaseWords.most(check).map(words -> ", mostly " + words).orElse("");
        PhaseWords.each(check).ifPresent(phases -> page.item("phases", phases + most));
        if (succeeded(entry)) {
            models(page, entry);
        }
        page.item("status", entry.text("status") + streak(entry));
        return page.text();
    }

    private static String verdict(Json check) {
        return switch (check.text("verdict")) {
            case "healthy" -> "healthy in " + WhyText.shown(WhyText.millis(check, "latency_ms")) + " ms";
            case "void" -> "no verdict, the machine of Nexus is in trouble";
            default -> "unhealthy";
        };
    }

    private static void models(Page page, Json entry) {
        if (!entry.has("models")) {
            page.item("models", "not listed");
            return;
        }
        var models = entry.at("models").items();
        page.item("models", Integer.toString(models.size()));
        models.stream().limit(MODELS_SHOWN).forEach(model -> page.item("", model(model)));
        if (models.size() > MODELS_SHOWN) {
            page.item("", "and " + (models.size() - MODELS_SHOWN) + " more");
        }
    }

    private static String model(Json model) {
        var known = new StringJoiner(", ", "  (", ")").setEmptyValue("");
        model.at("state").text().ifPresent(known::add);
        model.at("context_length").number().ifPresent(tokens -> known.add("context " + tokens));
        var words = model.at("capabilities").items().stream()
                .flatMap(word -> word.text().stream())
                .collect(Collectors.joining(" "));
        if (!words.isEmpty()) {
            known.add(words);
        }
        return model.text("id") + known;
    }

    private static String streak(Json entry) {
        var streak = entry.at("streak");
        return streak.has("length")
                ? " (" + streak.text("kind") + " " + streak.number("length") + ", needed " + streak.number("needed")
                        + ")"
                : "";
    }
}
