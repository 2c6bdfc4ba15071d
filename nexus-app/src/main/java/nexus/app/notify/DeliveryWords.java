package nexus.app.notify;

import java.math.BigDecimal;
import java.util.Optional;
import nexus.app.check.CleanText;
import nexus.app.config.BackendUrl;
import nexus.app.config.ReceiverConfig;
import nexus.app.exchange.Break;
import nexus.app.health.Phase;
import nexus.app.notify.Outcome.Trouble;

/// Why a receiver could not be told, and what to do about it. Shows nothing of what a URL keeps secret.
record DeliveryWords(ReceiverConfig receiver) {

    /// An answer that is no success.
    ///
    /// @param said how its body begins; a page's markup is left out
    Trouble of(int status, String said) {
        String quoted = said.stripLeading().startsWith("<") ? "" : CleanText.of(said, receiver.secrets());
        String cause = "HTTP status " + status + (quoted.isEmpty() ? "" : ": " + quoted);
        return new Trouble(Optional.of(status), cause, fix(status));
    }

    private static String fix(int status) {
        return switch (status) {
            case 400, 413, 422 -> "Check that shape fits the service behind the URL, and its credential";
            case 401, 403 -> "Check the URL and the credential: the service rejects them";
            case 404, 410 -> "Check the URL: the webhook does not exist or was deleted";
            case 408, 425, 429 -> "Nothing to do: the service asks for fewer requests for a while";
            default ->
                status / 100 == 3
                        ? "Give the final URL: redirects are not followed"
                        : status >= 500 ? "Check the service" : "Check the URL and the shape";
        };
    }

    /// An exchange that ended without an answer.
    Trouble of(Break why) {
        return new Trouble(Optional.empty(), CleanText.of(cause(why), receiver.secrets()), fix(why));
    }

    private String cause(Break why) {
        BackendUrl server = receiver.url().server();
        String place = server.host() + " port " + server.port();
        return switch (why.kind()) {
            case TIMED_OUT -> timedOut(why.phase(), place);
            case NO_ADDRESS -> "no address is known for " + server.host();
            case REFUSED -> place + " refuses connections";
            case UNREACHABLE -> "no route to " + place + because(why);
            case RESET -> place + " reset the connection " + why.detail();
            case CLOSED_EARLY -> place + " closed the connection " + why.detail();
            case NOT_HTTP, BAD_FRAMING, HEAD_TOO_LARGE, BODY_TOO_LARGE ->
                "what " + place + " answers can't be used" + because(why);
            case TLS_FAILED -> "no TLS connection to " + place + because(why);
            case OUT_OF_DESCRIPTORS, OUT_OF_PORTS, OUT_OF_THREADS, OUT_OF_BUFFERS ->
                "Nexus itself is short of resources" + because(why);
            case STARVED -> "Nexus was too busy to read the answer of " + place;
            case CANCELLED -> "Nexus stopped before the answer";
        };
    }

    private String timedOut(Phase phase, String place) {
        var millis = BigDecimal.valueOf(receiver.timeout().toMillis(), 3).stripTrailingZeros();
        String within = " within " + millis.toPlainString() + " s";
        return switch (phase) {
            case RESOLVE -> "the DNS lookup of " + receiver.url().server().host() + " did not finish" + within;
            case CONNECT -> "no connection to " + place + within;
            case TLS -> "no TLS handshake with " + place + within;
            case WAIT -> "no answer from " + place + within;
            case READ -> "no whole answer from " + place + within;
        };
    }

    private static String because(Break why) {
        return why.detail().isEmpty() ? "" : ": " + why.detail();
    }

    private static String fix(Break why) {
        return switch (why.kind()) {
            case TIMED_OUT -> "Check the service and the network between, or raise timeout_seconds";
            case NO_ADDRESS -> "Check the host name and the DNS server";
            case REFUSED, UNREACHABLE -> "Check the host and port of the URL, and that the service runs";
            case RESET, CLOSED_EARLY -> "Check the service, and any proxy between";
            case NOT_HTTP, BAD_FRAMING, HEAD_TOO_LARGE, BODY_TOO_LARGE -> "Check the scheme, host and port of the URL";
            case TLS_FAILED -> "Fix the certificate; to trust this one or its CA, set ca_file";
            case OUT_OF_DESCRIPTORS, OUT_OF_PORTS, OUT_OF_THREADS, OUT_OF_BUFFERS ->
                why.advice().isEmpty() ? "Check the limits of the Nexus process" : why.advice();
            case STARVED -> "Give Nexus more of a processor";
            case CANCELLED -> "Nothing to do";
        };
    }
}
