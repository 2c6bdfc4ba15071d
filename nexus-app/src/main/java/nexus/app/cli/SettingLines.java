package nexus.app.cli;

import java.util.List;
import java.util.stream.Collectors;

/// The settings that apply, each with where it comes from.
final class SettingLines {

    /// Told in the headline.
    private static final List<String> IN_HEADLINE = List.of("url", "type");
    private static final String LABEL = "config";
    /// More of them become running text, so that a screen holds them.
    private static final int ROWS = 5;
    private static final int WIDEST_SETTING = 40;

    private SettingLines() {}

    /// Those that somebody chose.
    static void chosen(Page page, List<Json> settings) {
        rows(page, settings, false);
    }

    /// @param settings of an explanation
    /// @param all      whether those that nobody chose are shown too
    static void add(Page page, List<Json> settings, boolean all) {
        boolean some = rows(page, settings, all);
        if (!all && !settings.isEmpty()) {
            page.item(
                    some ? "" : LABEL,
                    some ? "the rest: defaults (--all shows them)" : "nothing: defaults apply (--all shows them)");
        }
    }

    private static boolean rows(Page page, List<Json> settings, boolean all) {
        var shown = settings.stream()
                .filter(setting -> all || !isDefault(setting))
                .filter(setting -> !IN_HEADLINE.contains(setting.text("key")))
                .toList();
        if (!all && shown.size() > ROWS) {
            page.item(LABEL, running(shown));
            return true;
        }
        int widest = shown.stream()
                .mapToInt(setting -> DisplayWidth.of(text(setting)))
                .filter(width -> width <= WIDEST_SETTING)
                .max()
                .orElse(0);
        String label = LABEL;
        for (var setting : shown) {
            String text = text(setting);
            int missing = widest - DisplayWidth.of(text);
            page.row(label, text + " ".repeat(Math.max(0, missing)) + "  " + setting.text("origin"));
            label = "";
        }
        return !shown.isEmpty();
    }

    private static String running(List<Json> settings) {
        return settings.stream()
                .map(setting -> text(setting) + " (" + setting.text("origin") + ")")
                .collect(Collectors.joining(", "));
    }

    private static String text(Json setting) {
        return setting.text("key") + " = " + setting.text("value");
    }

    private static boolean isDefault(Json setting) {
        return setting.at("default").value() instanceof Boolean yes && yes;
    }
}
