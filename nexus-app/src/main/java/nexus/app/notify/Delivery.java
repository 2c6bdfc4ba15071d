package nexus.app.notify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nexus.app.config.BackendUrl;
import nexus.app.config.ReceiverConfig;
import nexus.app.config.ReceiverShape;
import nexus.app.exchange.Deadline;
import nexus.app.exchange.Ending;
import nexus.app.exchange.Endpoint;
import nexus.app.exchange.Line;
import nexus.app.exchange.Lines;
import nexus.app.exchange.RequestBytes;
import nexus.app.exchange.TlsTrust;
import nexus.app.exchange.TlsTrustException;
import nexus.app.notify.Outcome.Trouble;

/// Sends one request to one receiver, over the same exchange as the checks: one deadline holds from the name's lookup
/// to the last byte, redirects are not followed, and what comes is bounded. Thread-safe.
final class Delivery implements Carrier {

    /// So much of an answer is read, in bytes.
    static final int MAX_ANSWER = 8 << 10;

    /// So much of an answer is quoted where it is no success.
    private static final int QUOTED = 1024;

    private static final Pattern STATUS = Pattern.compile("HTTP/1[.][01] ([2-5][0-9][0-9])[ \r\n]");

    private final ReceiverConfig receiver;
    private final Lines lines;
    private final String userAgent;
    private final InstantSource clock;
    private final DeliveryWords words;

    Delivery(ReceiverConfig receiver, Lines lines, String userAgent, InstantSource clock) {
        this.receiver = receiver;
        this.lines = lines;
        this.userAgent = userAgent;
        this.clock = clock;
        this.words = new DeliveryWords(receiver);
    }

    @Override
    public Outcome carry(Post post, String id) {
        return carry(post, id, Deadline.after(receiver.timeout()));
    }

    /// As [#carry(Post, String)], with a deadline of the caller's own.
    Outcome carry(Post post, String id, Deadline deadline) {
        try (var line = lines.to(endpoint())) {
            return outcome(line, line.ask(request(post, id), MAX_ANSWER, deadline));
        } catch (TlsTrustException e) {
            return new Outcome.Failed(
                    new Trouble(Optional.empty(), String.valueOf(e.getMessage()), "Fix the file, or name another"),
                    Optional.empty());
        }
    }

    private Outcome outcome(Line line, Ending ending) {
        return switch (ending) {
            case Ending.Answered(var answer) ->
                judged(
                        answer.status(),
                        answer.text(QUOTED),
                        answer.header("Retry-After").flatMap(value -> RetryAfter.of(value, clock.instant())));
            case Ending.Broken(var why) ->
                line.heard()
                        .flatMap(Delivery::status)
                        .map(status -> judged(status, "", Optional.empty()))
                        .orElseGet(() -> new Outcome.Failed(words.of(why), Optional.empty()));
        };
    }

    private Outcome judged(int status, String said, Optional<Duration> after) {
        if (status / 100 == 2) {
            return new Outcome.Delivered(status);
        }
        var why = words.of(status, said);
        return isPassing(status) ? new Outcome.Failed(why, after) : new Outcome.Refused(why);
    }

    /// Whether the same request may be taken later (RFC 9110, 15.5 and 15.6).
    private static boolean isPassing(int status) {
        return status == 408 || status == 425 || status == 429 || status >= 500;
    }

    /// The status of an answer that is too long, or does not end: it says already whether the message was taken.
    private static Optional<Integer> status(byte[] heard) {
        var line = STATUS.matcher(new String(heard, StandardCharsets.ISO_8859_1));
        return line.lookingAt() ? Optional.of(Integer.valueOf(line.group(1))) : Optional.empty();
    }

    private byte[] request(Post post, String id) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        headers.add(Map.entry("Nexus-Delivery", id));
        post.bearer().ifPresent(token -> headers.add(Map.entry("Authorization", "Bearer " + token.reveal())));
        if (receiver.shape() == ReceiverShape.JSON) {
            receiver.credential()
                    .ifPresent(secret -> headers.add(
                            Map.entry(Signature.HEADER, Signature.of(secret.key(), clock.instant(), post.json()))));
        }
        return RequestBytes.post(
                receiver.url().server().authority(), post.target().reveal(), userAgent, headers, post.json());
    }

    /// Made for each attempt, since the file may be mended meanwhile; half a second at the most.
    private Endpoint endpoint() throws TlsTrustException {
        BackendUrl server = receiver.url().server();
        if (!server.tls()) {
            return Endpoint.plain(server.host(), server.port());
        }
        var trust =
                receiver.caFile().isPresent() ? TlsTrust.ofPem(receiver.caFile().get()) : TlsTrust.ofJdk();
        return Endpoint.tls(server.host(), server.port(), trust);
    }
}
