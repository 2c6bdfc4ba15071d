package nexus.app.cli;

import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import nexus.app.log.Printable;

/// How the last check of a backend's entry went, as `nexus check` shows one.
final class EntryText {

    private static final int MODELS_SHOWN = 20;

    private EntryText() {}

    static boolean succeeded(Json entry) {
        return entry.at("last_check").text("verdict").equals("healthy");
    }

    static String of(Json entry) {
        var check = entry.at("last_check");
        var text = new StringBuilder();
        String backend = entry.text("name") + "  " + entry.text("url") + " (" + entry.text("type") + "): ";
        line(text, backend + verdict(check));
        if (check.has("error")) {
            line(text, "  error   " + check.at("error").text("text"));
            line(text, "  cause   " + check.at("error").text("cause"));
            line(text, "  fix     " + check.at("error").text("fix"));
        }
        line(text, phases(check.at("phases")));
        if (succeeded(entry)) {
            models(text, entry);
        }
        line(text, "  status  " + entry.text("status") + streak(entry));
        return text.toString();
    }

    private static String verdict(Json check) {
        return switch (check.text("verdict")) {
            case "healthy" -> "healthy in " + millis(check.at("latency_ms"));
            case "void" -> "no verdict, the machine of Nexus is in trouble: " + check.text("void");
            default -> "unhealthy";
        };
    }

    private static String phases(Json phases) {
        return "  phases  resolve %s, connect %s, tls %s, wait %s, read %s"
                .formatted(
                        millis(phases.at("resolve_ms")),
                        millis(phases.at("connect_ms")),
                        millis(phases.at("tls_ms")),
                        millis(phases.at("wait_ms")),
                        millis(phases.at("read_ms")));
    }

    private static void models(StringBuilder text, Json entry) {
        if (!entry.has("models")) {
            line(text, "  models  not listed");
            return;
        }
        var models = entry.at("models").items();
        line(text, "  models  " + models.size());
        models.stream().limit(MODELS_SHOWN).forEach(model -> line(text, "          " + model(model)));
        if (models.size() > MODELS_SHOWN) {
            line(text, "          and " + (models.size() - MODELS_SHOWN) + " more");
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
                ? " (" + streak.text("kind") + " " + streak.number("length") + " of " + streak.number("needed") + ")"
                : "";
    }

    private static void line(StringBuilder text, String line) {
        text.append(Printable.text(line)).append('\n');
    }

    private static String millis(Json number) {
        return String.format(
                Locale.ROOT, "%.1f ms", number.number().map(Number::doubleValue).orElse(0.0));
    }
}
