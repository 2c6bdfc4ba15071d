package nexus.app.cli;

import nexus.app.cli.ApiClient.ApiAnswer;
import nexus.app.log.Printable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// A backend of a running Nexus, for the commands that do one thing to one.
final class NamedBackend {

    @Parameters(paramLabel = "NAME", description = "The backend's name, as 'nexus backends list' shows it.")
    private String name = "";

    @Mixin
    private ServerOption server = new ServerOption();

    String shown() {
        return Printable.text(name);
    }

    /// Has one of a backend's actions done: `drain`.
    ApiAnswer order(Terminal terminal, String action, int millis) {
        var request = ApiRequest.post(ApiRequest.backend(name) + "/" + action).patient(millis);
        return server.client(terminal).order(request, NamedBackend::isEntry);
    }

    ApiAnswer remove(Terminal terminal) {
        return server.client(terminal)
                .order(ApiRequest.delete(ApiRequest.backend(name)), json -> json.has("name") && json.has("removed"));
    }

    static boolean isEntry(Json json) {
        return json.has("name") && json.has("status");
    }

    /// What Nexus added to its answer, a line each.
    static String notes(Json answer) {
        var lines = new StringBuilder();
        answer.at("notes")
                .items()
                .forEach(note -> lines.append("note: ")
                        .append(Printable.text(note.text().orElse("")))
                        .append('\n'));
        return lines.toString();
    }
}
