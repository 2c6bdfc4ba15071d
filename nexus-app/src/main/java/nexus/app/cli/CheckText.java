package nexus.app.cli;

import java.util.Optional;
import java.util.StringJoiner;
import nexus.app.health.Outcome;
import nexus.app.registry.CheckResult;
import nexus.spi.Model;
import nexus.spi.ModelList;

/// What `nexus check` says of one backend: as [WhyText], without a history, with all of its models.
final class CheckText {

    private static final int MODELS_SHOWN = 20;

    private CheckText() {}

    /// @param backend the JSON of the explanation of this result
    static String of(Json backend, CheckResult result, Page.Paper paper) {
        var page = new Page(paper);
        var check = backend.at("last_check");
        String server = backend.text("name") + "  " + backend.text("url") + " (" + backend.text("type") + "): ";
        page.whole(server
                + switch (result.outcome()) {
                    case Outcome.Success _ ->
                        "healthy in " + WhyText.shown(WhyText.millis(check, "latency_ms")) + " ms";
                    case Outcome.Failure _ -> "unhealthy";
                    case Outcome.Void _ -> "no verdict, this machine is in trouble";
                });
        Trouble.add(page, backend, true);
        String most = PhaseWords.most(check).map(words -> ", mostly " + words).orElse("");
        PhaseWords.each(check).ifPresent(phases -> page.item("phases", phases + most));
        if (result.outcome() instanceof Outcome.Success success) {
            success.models().ifPresentOrElse(list -> models(page, list), () -> page.item("models", "not listed"));
        } else {
            SettingLines.chosen(page, backend.at("settings").items());
        }
        return page.text();
    }

    private static void models(Page page, ModelList list) {
        page.item("models", Integer.toString(list.models().size()));
        list.models().stream().limit(MODELS_SHOWN).forEach(model -> page.item("", model(model)));
        int more = list.models().size() - MODELS_SHOWN;
        if (more > 0) {
            page.item("", "and " + more + " more");
        }
        if (list.dropped() > 0) {
            page.item("", "entries left out (too many, too long, or without a usable id): " + list.dropped());
        }
    }

    private static String model(Model model) {
        var known = new StringJoiner(", ", "  (", ")").setEmptyValue("");
        model.state().map(Object::toString).ifPresent(known::add);
        model.contextLength().ifPresent(tokens -> known.add("context " + tokens));
        Optional.of(String.join(" ", model.capabilities()))
                .filter(words -> !words.isEmpty())
                .ifPresent(known::add);
        return model.id() + known;
    }
}
