package nexus.app.check;

import java.util.List;
import java.util.Locale;
import nexus.app.config.BackendConfig;
import nexus.app.exchange.TlsWanted;
import nexus.app.health.CheckError;
import nexus.app.health.CheckError.HttpError;
import nexus.spi.Answer;
import nexus.spi.Reading;

/// Words for whole answers whose status is outside 2xx: the same verdict for every type of server, with the
/// server's own reason where its reader found one.
final class StatusErrors {

    private static final String CHECK_LOGS = "Check backend logs";

    private final BackendConfig backend;
    private final String path;
    private final List<String> secrets;

    StatusErrors(BackendConfig backend, String path, List<String> secrets) {
        this.backend = backend;
        this.path = backend.url().prefix() + path;
        this.secrets = secrets;
    }

    /// What there is to say about a status.
    private record Words(String cause, String fix) {}

    /// @param reading what the type's reader made of the answer; only a reason in it is used
    CheckError of(Answer answer, Reading reading) {
        String reason = reading instanceof Reading.NotReady notReady ? notReady.reason() : "";
        boolean loading =
                answer.status() == 503 && reason.toLowerCase(Locale.ROOT).contains("loading");
        var words = loading
                ? new Words("the server is up and still loading a model (503)", "Wait until the model is loaded")
                : words(answer, reason.isEmpty() ? "" : ": " + reason);
        return new HttpError(answer.status(), loading, CleanText.of(words.cause(), secrets), words.fix());
    }

    private Words words(Answer answer, String said) {
        int code = answer.status();
        if (code >= 300 && code < 400) {
            return redirect(answer);
        }
        return switch (code) {
            case 400 -> TlsWanted.in(answer) ? tlsWanted() : other(code, said);
            case 401, 403 -> credentials(code, said);
            case 404 -> wrongPath("there is no " + path + " on this server (404)" + said);
            case 405 -> wrongPath("GET " + path + " is not allowed on this server (405)" + said);
            case 429 ->
                new Words(
                        "the backend turns requests away (429)" + retryAfter(answer) + said,
                        "Check more rarely (interval_seconds), or raise the limit at the provider");
            case 502, 504 -> proxy(answer, said);
            case 503 -> new Words("the server says that it is unavailable (503)" + said, CHECK_LOGS);
            default -> other(code, said);
        };
    }

    private Words other(int code, String said) {
        return new Words("GET " + path + " was answered with status " + code + said, CHECK_LOGS);
    }

    private static Words tlsWanted() {
        return new Words("the server speaks TLS, and refuses plain HTTP (400)", "Write https:// in url");
    }

    private Words wrongPath(String cause) {
        return new Words(cause, checkPath(backend));
    }

    /// What to do where the server doesn't know the path.
    static String checkPath(BackendConfig backend) {
        return "Verify that type = \"" + backend.type() + "\" matches the server, and the path in url";
    }

    private Words redirect(Answer answer) {
        String start = "GET " + path + " is redirected (" + answer.status() + ") ";
        String to = answer.header("location").orElse("");
        if (to.isEmpty()) {
            return new Words(start + "without a word where to", CHECK_LOGS);
        }
        if (to.equals(path) || to.equals(backend.url().toString() + path.substring(prefixLength()))) {
            return new Words(start + "to itself", "Check the server and any proxy before it: they turn in a circle");
        }
        return new Words(
                start + "to " + to,
                isLogin(to)
                        ? "A login stands before the server: set url to an address behind it"
                        : "Set url to the address that answers itself; Nexus follows no redirect");
    }

    private int prefixLength() {
        return backend.url().prefix().length();
    }

    private static boolean isLogin(String place) {
        String lower = place.toLowerCase(Locale.ROOT);
        return List.of("login", "signin", "sign-in", "sign_in", "oauth", "sso").stream()
                .anyMatch(lower::contains);
    }

    /// Says what was sent, never its value. 403 is said for other reasons too.
    private Words credentials(int code, String said) {
        boolean ownHeader =
                backend.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase("authorization"));
        if (backend.credential().isPresent() && !ownHeader) {
            String variable = backend.credential().get().variable();
            return refused(code, "the key from " + variable + " was sent", said, "Check the key in " + variable);
        }
        if (!backend.headers().isEmpty()) {
            return refused(code, "the configured headers were sent", said, "Check the values in headers");
        }
        String otherName = code == 403 ? ", or reach the server by a name it accepts" : "";
        return refused(code, "no key was sent", said, "Set api_key_env to the variable that holds the key" + otherName);
    }

    private static Words refused(int code, String sent, String said, String fix) {
        String what = code == 401 ? "the backend wants other credentials (401, " : "the backend refuses (403, ";
        return new Words(what + sent + ")" + said, fix);
    }

    private Words proxy(Answer answer, String said) {
        String by = answer.header("server").map(server -> " by " + server).orElse("");
        return new Words(
                "GET " + path + " was answered with status " + answer.status() + by
                        + ": a proxy that has no answer from the server behind it" + said,
                "Check the server behind the proxy");
    }

    private static String retryAfter(Answer answer) {
        return answer.header("retry-after")
                .map(after -> after.chars().allMatch(Character::isDigit)
                        ? ", retry after " + after + " s"
                        : ", not before " + after)
                .orElse("");
    }
}
