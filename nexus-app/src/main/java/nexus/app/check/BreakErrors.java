package nexus.app.check;

import java.time.Duration;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.exchange.Break;
import nexus.app.health.CheckError;
import nexus.app.health.CheckError.ConnectionFailed;
import nexus.app.health.CheckError.DnsError;
import nexus.app.health.CheckError.ParseError;
import nexus.app.health.CheckError.Timeout;
import nexus.app.health.CheckError.TlsError;
import nexus.app.health.Phase;
import nexus.app.health.PhaseTimes;

/// Words for exchanges that broke: which error, its true cause, and what to do about it.
final class BreakErrors {

    private BreakErrors() {}

    static CheckError of(Break broken, PhaseTimes phases, BackendConfig backend) {
        return switch (broken.kind()) {
            case TIMED_OUT -> timeout(broken, phases, backend);
            case NO_ADDRESS -> noAddress(backend.url());
            case REFUSED -> refused(broken, backend.url());
            case UNREACHABLE -> unreachable(broken, backend.url());
            case RESET -> cut("reset", broken, backend.url());
            case CLOSED_EARLY -> cut("closed", broken, backend.url());
            case NOT_HTTP -> unreadable("the answer is not HTTP", broken, "Check the port and the scheme of the URL");
            case BAD_FRAMING ->
                unreadable("the answer's HTTP framing is broken", broken, "Check the proxy or server that sends it");
            case HEAD_TOO_LARGE ->
                unreadable("the answer's head is too large", broken, "Check the URL: no LLM server sends such headers");
            case BODY_TOO_LARGE ->
                unreadable(
                        "the answer's body is over max_body_bytes",
                        broken,
                        "Check the URL; if the list really is that long, raise max_body_bytes");
            case TLS_FAILED -> tls(broken);
            case OUT_OF_DESCRIPTORS ->
                new ConnectionFailed(
                        "Nexus is out of file descriptors", "Raise the limit of open files for Nexus (ulimit -n)");
            case OUT_OF_PORTS ->
                new ConnectionFailed(
                        "Nexus has no local port left to call " + place(backend.url()) + " from, or may not call it",
                        "See what holds so many connections (ss -s), or widen net.ipv4.ip_local_port_range; "
                                + "or look for a rule of this machine that forbids the call");
            case OUT_OF_THREADS ->
                new ConnectionFailed(
                        "Nexus is out of threads to look up " + backend.url().host() + because(broken.detail()),
                        adviceOr(
                                broken,
                                "Raise the limit of threads for Nexus (ulimit -u, or the container's pids limit)"));
            case OUT_OF_BUFFERS ->
                new ConnectionFailed(
                        "Nexus is out of buffers for answers", "Lower max_body_bytes, or give Nexus more memory");
            case STARVED ->
                new Timeout(
                        backend.timing().timeout().toNanos() / 1e9,
                        "the answer had come, but Nexus was too busy to read it in time",
                        "Give Nexus more of a processor: check what else runs on its machine");
            case CANCELLED -> new ConnectionFailed("Nexus is stopping", "Nothing to do");
        };
    }

    private static CheckError noAddress(BackendUrl url) {
        return new DnsError(
                "no address is known for " + url.host() + ": the name does not exist, or no name server answers",
                "Verify the host name, or use an IP address");
    }

    private static CheckError refused(Break broken, BackendUrl url) {
        String tried = isAddress(url.host()) ? "" : " (" + broken.detail() + ")";
        return new ConnectionFailed(
                place(url) + " refuses connections: nothing listens there" + tried,
                "Start the server, or check the port in url = \"" + url + "\"");
    }

    private static CheckError unreachable(Break broken, BackendUrl url) {
        return new ConnectionFailed(
                "no route to " + place(url) + because(broken.detail()), "Check the URL, firewall and network");
    }

    private static CheckError cut(String how, Break broken, BackendUrl url) {
        String what = place(url) + " " + how + " the connection " + broken.detail();
        // OpenSSL hangs up on plain HTTP without an alert: uvicorn's servers do so, and llama-server.
        return broken.phase() == Phase.WAIT && !url.tls()
                ? new ConnectionFailed(
                        what + "; perhaps it speaks TLS",
                        "Check the backend's logs, and any proxy between; if it speaks TLS, write https:// in url")
                : new ConnectionFailed(
                        what, adviceOr(broken, "Check the backend's logs, and any proxy between: answers end early"));
    }

    private static CheckError unreadable(String what, Break broken, String fix) {
        return new ParseError(what + because(broken.detail()), fix);
    }

    private static CheckError tls(Break broken) {
        String what = broken.phase() == Phase.TLS ? "the TLS handshake failed" : "the TLS connection failed";
        return new TlsError(what + because(broken.detail()), adviceOr(broken, "Check certificates"));
    }

    private static String place(BackendUrl url) {
        return url.host() + " port " + url.port();
    }

    /// Then there was only one place to call, and it is named already.
    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
    }

    private static CheckError timeout(Break broken, PhaseTimes phases, BackendConfig backend) {
        var limit = backend.timing().timeout();
        String seconds = Texts.seconds(limit);
        String cause = switch (broken.phase()) {
            case RESOLVE -> "the DNS lookup of " + backend.url().host() + " did not finish within " + seconds;
            case CONNECT ->
                "no connection to " + backend.url().host() + " port "
                        + backend.url().port() + " in " + Texts.seconds(Duration.ofNanos(phases.connecting()))
                        + ": packets are dropped, or its accept queue is full";
            case TLS ->
                connected(phases) + ", then the TLS handshake did not end within " + seconds + because(broken.detail());
            case WAIT ->
                connected(phases) + ", then no answer for " + Texts.seconds(Duration.ofNanos(phases.waiting()));
            case READ ->
                connected(phases) + ", the answer began after " + Texts.millis(phases.waiting())
                        + " but was not complete after " + seconds + because(broken.detail());
        };
        return new Timeout(limit.toNanos() / 1e9, cause, adviceOr(broken, "Increase timeout_seconds or fix backend"));
    }

    private static String adviceOr(Break broken, String usual) {
        return broken.advice().isEmpty() ? usual : broken.advice();
    }

    private static String connected(PhaseTimes phases) {
        return "connected in " + Texts.millis(phases.connecting());
    }

    private static String because(String detail) {
        return detail.isEmpty() ? "" : ": " + detail;
    }
}
