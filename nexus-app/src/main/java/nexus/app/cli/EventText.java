package nexus.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import nexus.app.log.Printable;

/// An event as one line for people: `2026-11-24T16:00:00.000Z ✗ gpu-1 healthy → unhealthy, connection refused`.
record EventText(String sign, Style style, String words) {

    static String line(Json event, boolean coloured) {
        var text = of(event);
        String words = Printable.text(text.words());
        String time = Printable.text(event.text("at"));
        return coloured
                ? Style.FAINT.paint(time) + " " + text.style().paint(text.sign() + " " + words)
                : time + " " + text.sign() + " " + words;
    }

    private static EventText of(Json event) {
        String backend = event.text("backend");
        return switch (event.text("type")) {
            case "status_changed" -> statusChanged(event, backend);
            case "cause_changed" ->
                new EventText("✗", Style.BAD, backend + " is still unhealthy" + cause(event.at("after")));
            case "models_changed" -> plain(backend + " models " + String.join(" ", models(event)));
            case "model_moved" ->
                plain("model " + event.text("model") + " went from " + event.text("from") + " to " + event.text("to"));
            case "config_changed" -> plain("backends " + String.join(", ", fleet(event)));
            case "started" -> plain("Nexus " + event.text("version") + " started");
            case "stopped" -> plain("Nexus stopped");
            case "lost" ->
                new EventText(
                        "!",
                        Style.WAITING,
                        "events " + event.number("from") + " to " + event.number("to") + " are lost");
            // Of a later version of Nexus than this program's.
            default -> plain(event.text("type") + " " + backend);
        };
    }

    private static EventText plain(String words) {
        return new EventText("·", Style.PLAIN, words);
    }

    private static EventText statusChanged(Json event, String backend) {
        var mark = StatusMark.of(event.text("new"));
        String resumed = event.at("resumed").value().equals(true) ? ", as before the restart" : "";
        return new EventText(
                mark.sign().text(),
                mark.sign().style(),
                backend + " " + event.text("old") + " → " + event.text("new") + resumed + cause(event.at("cause")));
    }

    private static String cause(Json cause) {
        return cause.has("cause") ? ", " + cause.text("kind") + ": " + cause.text("cause") : "";
    }

    private static List<String> models(Json event) {
        var words = new ArrayList<String>();
        event.at("added").items().forEach(id -> words.add("+" + id.text().orElse("")));
        event.at("removed").items().forEach(id -> words.add("-" + id.text().orElse("")));
        for (var change : event.at("changed").items()) {
            words.add(change.text("model") + " " + change.text("what") + " " + known(change.text("before")) + " → "
                    + known(change.text("after")));
        }
        return withUntold(words, event);
    }

    private static List<String> fleet(Json event) {
        var words = new ArrayList<String>();
        for (String how : List.of("added", "removed", "restarted", "changed")) {
            var names = event.at(how).items();
            if (!names.isEmpty()) {
                words.add(how + " "
                        + names.stream().map(name -> name.text().orElse("")).collect(Collectors.joining(" ")));
            }
        }
        return withUntold(words, event);
    }

    private static List<String> withUntold(List<String> words, Json event) {
        if (event.has("untold")) {
            words.add("and " + event.number("untold") + " more");
        }
        return words;
    }

    private static String known(String value) {
        return value.isEmpty() ? "-" : value;
    }
}
