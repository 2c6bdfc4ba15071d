package nexus.app.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import nexus.app.config.BackendConfig;
import nexus.app.health.CheckError;
import nexus.app.health.Outcome;
import nexus.app.health.PhaseTimes;
import nexus.app.log.Printable;
import nexus.app.registry.CheckResult;
import nexus.spi.Model;
import nexus.spi.ModelList;

/// What `nexus check` says of one backend.
final class CheckText {

    private static final int MODELS_SHOWN = 20;

    private CheckText() {}

    static String of(BackendConfig backend, CheckResult result) {
        var phases = result.report().phases();
        var text = new StringBuilder(backend.name()).append("  ").append(backend.url());
        text.append(" (").append(backend.type()).append("): ");
        switch (result.outcome()) {
            case Outcome.Success success -> {
                line(text, "healthy in " + millis(phases.total()));
                line(text, phases(phases));
                success.models().ifPresentOrElse(list -> models(text, list), () -> line(text, "  models: not listed"));
            }
            case Outcome.Failure failure -> {
                line(text, "unhealthy");
                error(text, failure.error());
                line(text, phases(phases));
            }
            case Outcome.Void nothing -> {
                line(text, "no verdict, this machine is in trouble: " + nothing.reason());
                error(text, nothing.looksLike());
            }
        }
        return text.toString();
    }

    private static void error(StringBuilder text, CheckError error) {
        line(text, "  error: " + error.text());
        line(text, "  cause: " + error.cause());
        line(text, "  fix: " + error.fix());
    }

    private static String phases(PhaseTimes phases) {
        return "  phases: resolve %s, connect %s, tls %s, wait %s, read %s"
                .formatted(
                        millis(phases.resolving()),
                        millis(phases.connecting()),
                        millis(phases.securing()),
                        millis(phases.waiting()),
                        millis(phases.reading()));
    }

    private static void models(StringBuilder text, ModelList list) {
        line(text, "  models: " + list.models().size());
        list.models().stream().limit(MODELS_SHOWN).forEach(model -> line(text, "    " + model(model)));
        int more = list.models().size() - MODELS_SHOWN;
        if (more > 0) {
            line(text, "    and " + more + " more");
        }
        if (list.dropped() > 0) {
            line(text, "    entries left out (too many, or without a usable id): " + list.dropped());
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

    private static void line(StringBuilder text, String line) {
        text.append(Printable.text(line)).append('\n');
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
    }
}
