package nexus.app.cli;

import java.util.ArrayList;
import java.util.List;
import nexus.app.log.Printable;

/// What a plan or a reload says, for people: `+` added, `-` removed, `~` changed, `!` waits for a restart.
final class PlanText {

    private PlanText() {}

    static boolean isPlan(Json json) {
        return json.has("applied") && json.has("changes") && json.has("restart_needed");
    }

    /// @param closing what follows the counts when there are changes
    static String of(Json plan, String closing) {
        var text = new StringBuilder();
        plan.at("changes").items().forEach(change -> change(text, change));
        plan.at("settings").items().forEach(key -> line(text, "~ " + key(key)));
        plan.at("restart_needed").items().forEach(key -> line(text, "! " + key(key) + " needs a restart"));
        plan.at("notes")
                .items()
                .forEach(note -> line(text, "note: " + note.text().orElse("")));
        line(text, summary(plan, closing));
        return text.toString();
    }

    private static void change(StringBuilder text, Json change) {
        String name = change.text("backend");
        switch (change.text("change")) {
            case "added" -> line(text, "+ " + name + " " + change.text("url"));
            case "removed" -> line(text, "- " + name);
            default -> {
                String again = change.text("change").equals("restarted") ? ", starts again as unknown" : "";
                change.at("keys").items().forEach(key -> line(text, "~ " + name + " " + key(key) + again));
            }
        }
    }

    private static String key(Json key) {
        return key.text("key") + " " + key.text("before") + " -> " + key.text("after");
    }

    private static String summary(Json plan, String closing) {
        boolean applied = plan.at("applied").value().equals(true);
        var parts = new ArrayList<String>();
        count(parts, changes(plan, "added"), applied ? "added" : "to add");
        count(parts, changes(plan, "removed"), applied ? "removed" : "to remove");
        long changed = plan.at("changes").items().size() - changes(plan, "added") - changes(plan, "removed");
        count(parts, changed, applied ? "changed" : "to change");
        int settings = plan.at("settings").items().size();
        count(parts, settings, (settings == 1 ? "setting" : "settings") + (applied ? " changed" : " to change"));
        int waiting = plan.at("restart_needed").items().size();
        count(parts, waiting, waiting == 1 ? "setting waits for a restart" : "settings wait for a restart");
        if (parts.isEmpty()) {
            return applied ? "Reloaded: nothing changed." : "Nothing would change.";
        }
        return (applied ? "Reloaded: " : "Plan: ") + String.join(", ", parts) + "." + closing;
    }

    private static long changes(Json plan, String kind) {
        return plan.at("changes").items().stream()
                .filter(change -> change.text("change").equals(kind))
                .count();
    }

    private static void count(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.text(line)).append('\n');
    }
}
