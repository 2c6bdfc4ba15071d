package nexus.app.check;

import java.time.Duration;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.exchange.Break;
import nexus.app.health.CheckError;
import nexus.app.health.CheckError.ConnectionFailed;
import nexus.app.health.CheckError.DnsError;
import nexus.app.health.CheckError.ParseError;
import nexus.app.health.CheckError.Timeout;
import nexus.app.health.CheckError.TlsError;
import nexus.app.health.PhaseTimes;

/// Words for exchanges that broke: which error, its true cause, and what to do about it.
final class BreakErrors {

    private BreakErrors() {}

    /// The observer's own trouble, if that is what broke the exchange.
    static Optional<String> observer(Break broken) {
        return switch (broken.kind()) {
            case OUT_OF_DESCRIPTORS -> Optional.of("Nexus is out of file descriptors");
            case OUT_OF_BUFFERS -> Optional.of("Nexus is out of buffers for answers");
            case CANCELLED -> Optional.of("Nexus is stopping");
            default -> Optional.empty();
        };
    }

    static CheckError of(Break broken, PhaseTimes phases, BackendConfig backend) {
        var url = backend.url();
        String place = url.host() + " port " + url.port();
        String detail = broken.detail();
        return switch (broken.kind()) {
            case TIMED_OUT -> timeout(broken, phases, backend);
            case NO_ADDRESS ->
                new DnsError(
                        "the name " + url.host() + " has no address", "Verify the host name, or use an IP address");
            case REFUSED ->
                new ConnectionFailed(
                        place + " refuses connections: nothing listens there",
                        "Start the server, or check the port in url = \"" + url + "\"");
            case UNREACHABLE ->
                new ConnectionFailed("no route to " + place + because(detail), "Check the URL, firewall and network");
            case RESET ->
                new ConnectionFailed(
                        place + " reset the connection " + whileIn(broken),
                        "Check the backend's logs: it drops connections");
            case CLOSED_EARLY ->
                new ConnectionFailed(
                        place + " closed the connection " + whileIn(broken) + because(detail),
                        "Check the backend's logs, and any proxy between: it ends answers early");
            case NOT_HTTP ->
                new ParseError("the answer is not HTTP" + because(detail), "Check the port and the scheme of the URL");
            case BAD_FRAMING ->
                new ParseError(
                        "the answer's HTTP framing is broken" + because(detail),
                        "Check the proxy or server that sends it");
            case HEAD_TOO_LARGE ->
                new ParseError(
                        "the answer's head is too large" + because(detail),
                        "Check the URL: no LLM server sends such headers");
            case BODY_TOO_LARGE ->
                new ParseError(
                        "the answer's body is over max_body_bytes" + because(detail),
                        "Check the URL; if the list really is that long, raise max_body_bytes");
            case TLS_FAILED -> new TlsError("the TLS handshake failed" + because(detail), tlsFix(url.tls()));
            case OUT_OF_DESCRIPTORS ->
                new ConnectionFailed(
                        "Nexus is out of file descriptors", "Raise the limit of open files for Nexus (ulimit -n)");
            case OUT_OF_BUFFERS ->
                new ConnectionFailed(
                        "Nexus is out of buffers for answers", "Lower max_body_bytes, or give Nexus more memory");
            case CANCELLED -> new ConnectionFailed("Nexus is stopping", "Nothing to do");
        };
    }

    private static CheckError timeout(Break broken, PhaseTimes phases, BackendConfig backend) {
        var limit = backend.timing().timeout();
        String seconds = Texts.seconds(limit);
        String cause = switch (broken.phase()) {
            case RESOLVE ->
                "no answer from the name service about " + backend.url().host() + " for " + seconds;
            case CONNECT ->
                "no connection to " + backend.url().host() + " port "
                        + backend.url().port() + " in " + seconds
                        + ": packets are dropped, or its accept queue is full";
            case TLS -> connected(phases) + ", then the TLS handshake did not end within " + seconds;
            case WAIT ->
                connected(phases) + ", then no answer for " + Texts.seconds(Duration.ofNanos(phases.waiting()));
            case READ ->
                connected(phases) + ", the answer began after " + Texts.millis(phases.waiting())
                        + " but was not complete after " + seconds + because(broken.detail());
        };
        return new Timeout(limit.toNanos() / 1e9, cause, "Increase timeout_seconds or fix backend");
    }

    private static String connected(PhaseTimes phases) {
        return "connected in " + Texts.millis(phases.connecting());
    }

    private static String whileIn(Break broken) {
        return switch (broken.phase()) {
            case RESOLVE, CONNECT -> "while connecting";
            case TLS -> "in the TLS handshake";
            case WAIT -> "without an answer";
            case READ -> "in the middle of its answer";
        };
    }

    private static String because(String detail) {
        return detail.isEmpty() ? "" : ": " + detail;
    }

    private static String tlsFix(boolean tls) {
        return tls
                ? "Check certificates; for a private authority set tls = { ca_file = \"...\" }"
                : "Check the URL's scheme";
    }
}
