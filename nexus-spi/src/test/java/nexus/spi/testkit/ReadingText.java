package nexus.spi.testkit;

import java.util.stream.Collectors;
import nexus.spi.Finding;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.Reading;

/// Readings and findings in words, with all that is known of each model: for tables and messages of tests.
public final class ReadingText {

    private ReadingText() {}

    public static String of(Reading reading) {
        return switch (reading) {
            case Reading.Ready ready ->
                ready.models().map(list -> "ready: " + of(list)).orElse("ready, no list");
            case Reading.NotReady notReady -> "not ready: " + notReady.reason();
            case Reading.Unreadable unreadable -> "unreadable: " + unreadable.problem();
        };
    }

    public static String of(Finding finding) {
        return switch (finding) {
            case Finding.Models models -> "models: " + of(models.models());
            case Finding.Veto veto -> "veto: " + veto.reason();
            case Finding.Nothing nothing -> "nothing";
        };
    }

    /// `a ctx=4096 loaded [completion,tools] by=vllm digest=cca25a26; b`, or `no models`.
    public static String of(ModelList list) {
        String models = list.models().stream().map(ReadingText::of).collect(Collectors.joining("; "));
        String kept = models.isEmpty() ? "no models" : models;
        return list.dropped() == 0 ? kept : kept + " (+" + list.dropped() + " dropped)";
    }

    private static String of(Model model) {
        var text = new StringBuilder(model.id());
        model.contextLength().ifPresent(tokens -> text.append(" ctx=").append(tokens));
        model.state().ifPresent(state -> text.append(' ').append(state.text()));
        if (!model.capabilities().isEmpty()) {
            text.append(" [").append(String.join(",", model.capabilities())).append(']');
        }
        model.ownedBy().ifPresent(owner -> text.append(" by=").append(owner));
        model.digest().ifPresent(digest -> text.append(" digest=").append(digest, 0, Math.min(8, digest.length())));
        return text.toString();
    }
}
