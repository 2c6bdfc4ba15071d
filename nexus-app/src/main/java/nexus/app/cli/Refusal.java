package nexus.app.cli;

import java.net.HttpURLConnection;
import java.util.Optional;
import nexus.app.log.Printable;

/// What Nexus said when it would not do something.
final class Refusal {

    private Refusal() {}

    /// The failure of a command that was answered like this; empty if no Nexus answers so.
    static Optional<CommandFailure> of(int status, Optional<Json> answer) {
        if (status == HttpURLConnection.HTTP_UNAUTHORIZED) {
            return Optional.of(CommandFailure.usage("this Nexus wants its admin token for changes: put it into "
                    + "NEXUS_ADMIN_TOKEN, or name the file that has admin_token_env with -c FILE"));
        }
        return answer.filter(json -> status >= 400 && json.at("error").has("code"))
                .map(json -> failure(status, Printable.text(json.at("error").text("message")) + problems(json)));
    }

    /// What can't be had now is nobody's wrong usage.
    private static CommandFailure failure(int status, String lines) {
        return status == HttpURLConnection.HTTP_UNAVAILABLE
                ? CommandFailure.unreachable(lines)
                : CommandFailure.usage(lines);
    }

    private static String problems(Json json) {
        var lines = new StringBuilder();
        for (var problem : json.at("problems").items()) {
            String at = problem.text("at");
            String key = problem.text("key");
            String line = (at.isEmpty() ? "" : at + ": ") + (key.isEmpty() ? "" : key + ": ") + problem.text("message");
            lines.append('\n').append(Printable.text(line));
        }
        return lines.toString();
    }
}
