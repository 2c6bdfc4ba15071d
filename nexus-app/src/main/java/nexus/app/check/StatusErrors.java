package nexus.app.check;

import java.util.List;
import java.util.regex.Pattern;
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

    private static final int GLIMPSE = 64;

    /// What [nexus.spi.support.ErrorText] makes of llama-server's words, to which nothing need be added.
    private static final String JUST_LOADING = "loading model";

    private static final Pattern LOADING = Pattern.compile("(?i)\\bloading\\b");
    private static final Pattern FAILED = Pattern.compile("(?i)error|fail");

    private static final Pattern OF_PROXY =
            Pattern.compile("(?i)no available server|no healthy upstream|upstream connect error");

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
        boolean loading = answer.status() == 503
                && LOADING.matcher(reason).find()
                && !FAILED.matcher(reason).find();
        var words = loading ? loading(reason) : words(answer, reason.isEmpty() ? "" : ": " + reason);
        return new HttpError(answer.status(), loading, CleanText.of(words.cause(), secrets), words.fix());
    }

    private static Words loading(String reason) {
        return new Words(
                "the server is up and still loading a model (503)" + (reason.equals(JUST_LOADING) ? "" : ": " + reason),
                "Wait until the model is loaded");
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
            case 502, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530 -> proxy(answer, said);
            case 503 ->
                said.isEmpty() && isOfProxy(answer)
                        ? proxy(answer, said)
                        : new Words("the server says that it is unavailable (503)" + said, CHECK_LOGS);
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
            return new Words(start + "without a Location header", CHECK_LOGS);
        }
        if (to.equals(path) || to.equals(backend.url().toString() + path.substring(prefixLength()))) {
            return new Words(
                    start + "to itself", "Check the server and any proxy before it: they form a redirect loop");
        }
        return new Words(
                start + "to " + to,
                LoginPlace.isIn(to, backend.url().host())
                        ? "A login stands before the server: set url to an address behind it"
                        : "Set url to the address that answers itself; Nexus follows no redirect");
    }

    private int prefixLength() {
        return backend.url().prefix().length();
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
        String fix = "Set api_key_env to the variable that holds the key";
        return code == 401
                ? new Words("the backend requires credentials (401, no key was sent)" + said, fix)
                : refused(code, "no key was sent", said, fix + ", or reach the server by a name it accepts");
    }

    private static Words refused(int code, String sent, String said, String fix) {
        String what = code == 401 ? "the backend wants other credentials (401, " : "the backend refuses (403, ";
        return new Words(what + sent + ")" + said, fix);
    }

    /// LLM servers speak JSON, or a sentence of their own (uvicorn): pages, and what Traefik and Envoy say, are a
    /// proxy's, which never reached the server.
    private static boolean isOfProxy(Answer answer) {
        String text = answer.text(GLIMPSE).strip();
        return text.startsWith("<") || OF_PROXY.matcher(text).lookingAt();
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
