package nexus.app.check;

import java.util.List;
import nexus.app.config.BackendConfig;
import nexus.app.health.CheckError;
import nexus.app.health.CheckError.HttpError;
import nexus.spi.Answer;
import nexus.spi.Reading;

/// Words for whole answers whose status is outside 2xx: the same verdict for every type of server, with the
/// server's own reason where its reader found one.
final class StatusErrors {

    private final BackendConfig backend;
    private final String path;
    private final List<String> secrets;

    StatusErrors(BackendConfig backend, String path, List<String> secrets) {
        this.backend = backend;
        this.path = path;
        this.secrets = secrets;
    }

    /// @param reading what the type's reader made of the answer; only a reason in it is used
    CheckError of(Answer answer, Reading reading) {
        int code = answer.status();
        String reason = reading instanceof Reading.NotReady notReady ? notReady.reason() : "";
        boolean loading =
                code == 503 && reason.toLowerCase(java.util.Locale.ROOT).contains("loading");
        return new HttpError(
                code, loading, CleanText.of(cause(answer, loading, reason), secrets), fix(answer, loading));
    }

    private String cause(Answer answer, boolean loading, String reason) {
        int code = answer.status();
        String said = reason.isEmpty() ? "" : ": " + reason;
        if (code >= 300 && code < 400) {
            return "GET " + path + " is redirected (" + code + ") to "
                    + answer.header("location").orElse("nowhere");
        }
        return switch (code) {
            case 401, 403 -> "the backend wants other credentials (" + code + "); " + credentials() + said;
            case 404 -> "there is no " + path + " on this server (404)" + said;
            case 429 -> "the backend turns requests away (429)" + retryAfter(answer) + said;
            case 503 -> loading ? "the server is up and still loading a model (503)" : "unavailable (503)" + said;
            default -> "GET " + path + " was answered with status " + code + said;
        };
    }

    private String fix(Answer answer, boolean loading) {
        int code = answer.status();
        if (code >= 300 && code < 400) {
            return "Set url to the address that answers itself; Nexus follows no redirect";
        }
        return switch (code) {
            case 401, 403 ->
                backend.credential()
                        .map(credential -> "Check the key in " + credential.variable())
                        .orElse("Set api_key_env to the variable that holds the key"
                                + (code == 403 ? ", or reach the server by a name it accepts" : ""));
            case 404 -> "Verify that type = \"" + backend.type() + "\" matches the server, and the path in url";
            case 429 -> "Check more rarely (interval_seconds), or raise the limit at the provider";
            case 502, 504 -> "A proxy answers for a backend that does not: check the backend behind it";
            case 503 -> loading ? "Wait until the model is loaded" : "Check backend logs";
            default -> "Check backend logs";
        };
    }

    private String credentials() {
        return backend.credential()
                .map(credential -> "the key from " + credential.variable() + " was sent")
                .orElse(backend.headers().isEmpty() ? "no key was sent" : "only the configured headers were sent");
    }

    private static String retryAfter(Answer answer) {
        return answer.header("retry-after")
                .map(after -> ", retry after " + after + " s")
                .orElse("");
    }
}
