package nexus.app.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import nexus.app.config.ReceiverConfig;
import nexus.app.config.ReceiverShape;
import nexus.app.config.Samples;
import nexus.app.config.Secret;
import nexus.app.exchange.Buffers;
import nexus.app.exchange.Lines;
import nexus.app.exchange.Names;
import nexus.app.exchange.Resolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One attempt over a real socket, whatever the receiver does.
class DeliveryTest {

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String TOKEN = "t0ken-5f1d9c2ab77e40c6";

    private final Hook hook = Hook.start();
    private final Buffers buffers = new Buffers(1 << 20);

    @AfterEach
    void close() {
        hook.close();
        assertEquals(0, buffers.lent());
    }

    @Test
    void aRequestCarriesTheMessageItsIdAndTheCredential() {
        var outcome = delivery(hook.url() + "/hook?token=" + TOKEN, LONG)
                .carry(post("/hook?token=" + TOKEN, Optional.of(TOKEN)), "id-1");

        assertEquals(new Outcome.Delivered(200), outcome);
        var request = hook.await(1).getFirst();
        assertEquals("POST /hook?token=" + TOKEN + " HTTP/1.1", request.line());
        assertEquals("{\"a\":\"ü\"}", request.body());
        assertEquals("application/json", request.headers().get("content-type"));
        assertEquals("id-1", request.headers().get("nexus-delivery"));
        assertEquals("Bearer " + TOKEN, request.headers().get("authorization"));
        assertEquals("nexus/test", request.headers().get("user-agent"));
        assertFalse(request.headers().containsKey("nexus-signature"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "201 Created", "202 Accepted", "204 No Content"})
    void aSuccessIsOne(String status) {
        hook.always(Hook.answering(status, ""));

        assertInstanceOf(Outcome.Delivered.class, attempt(LONG));
    }

    @ParameterizedTest
    @CsvSource({
        "408 Request Timeout",
        "425 Too Early",
        "429 Too Many Requests",
        "500 Oops",
        "502 Bad Gateway",
        "503 Busy"
    })
    void whatMayPassIsTriedAgain(String status) {
        hook.always(Hook.answering(status, "{\"message\": \"sorry\"}", "Retry-After: 7"));

        var failed = assertInstanceOf(Outcome.Failed.class, attempt(LONG));

        assertEquals(Optional.of(Duration.ofSeconds(7)), failed.after());
        assertEquals(
                "HTTP status " + status.substring(0, 3) + ": {\"message\": \"sorry\"}",
                failed.why().cause());
    }

    @ParameterizedTest
    @CsvSource({"400 Bad Request", "401 No", "403 Forbidden", "404 Not Found", "410 Gone", "413 Too Large"})
    void whatWillNeverBeTakenIsNot(String status) {
        hook.always(Hook.answering(status, "no_service"));

        var refused = assertInstanceOf(Outcome.Refused.class, attempt(LONG));

        assertEquals(
                "HTTP status " + status.substring(0, 3) + ": no_service",
                refused.why().cause());
        assertEquals(
                Optional.of(Integer.valueOf(status.substring(0, 3))),
                refused.why().status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"})
    void aRedirectIsNeverFollowed(String status) {
        try (var other = Hook.start()) {
            hook.always(Hook.answering(status, "", "Location: " + other.url() + "/x"));

            var refused = assertInstanceOf(Outcome.Refused.class, attempt(LONG));

            assertEquals(
                    "Give the final URL: redirects are not followed",
                    refused.why().fix());
            assertEquals(0, other.requests().size());
        }
    }

    @Test
    void oneThatHangsCostsItsTimeoutAndNoMore() {
        hook.always(Hook.hanging());

        assertEquals("no answer from 127.0.0.1 port PORT within 0.3 s", cause(attempt(SHORT)));
    }

    @Test
    void oneThatDripsItsHeadCostsItsTimeoutAndNoMore() {
        hook.always(Hook.dripping("HTTP/1.1 500 Oops\r\nX-A: "));

        var failed = assertInstanceOf(Outcome.Failed.class, attempt(SHORT));

        assertEquals("HTTP status 500", failed.why().cause());
    }

    @Test
    void aSuccessWhoseBodyDripsIsASuccess() {
        hook.always(Hook.dripping("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n"));

        assertEquals(new Outcome.Delivered(200), attempt(SHORT));
    }

    @ParameterizedTest
    @CsvSource({"200 OK, Delivered", "404 Not Found, Refused", "500 Oops, Failed"})
    void aFloodIsCutAndTheStatusCounts(String status, String outcome) {
        hook.always(Hook.flooding("HTTP/1.1 " + status + "\r\n\r\n", "a page without end ".repeat(500)));

        assertEquals(outcome, attempt(LONG).getClass().getSimpleName());
    }

    @Test
    void aFloodOfHeadersIsCut() {
        hook.always(Hook.flooding("HTTP/1.1 503 Busy\r\n", "X-A: b\r\n".repeat(1000)));

        assertInstanceOf(Outcome.Failed.class, attempt(LONG));
    }

    @Test
    void oneThatResetsIsTriedAgain() {
        hook.always(Hook.resetting());

        assertTrue(cause(attempt(LONG)).contains(" the connection "), cause(attempt(LONG)));
    }

    @Test
    void oneThatSpeaksNoHttpIsTriedAgain() {
        hook.always(Hook.bytes("SSH-2.0-OpenSSH_9.2\r\n"));

        assertTrue(cause(attempt(LONG)).startsWith("what 127.0.0.1 port PORT answers can't be used"));
    }

    @Test
    void oneThatIsNotThereIsTriedAgain() {
        hook.close();

        assertEquals("127.0.0.1 port PORT refuses connections", cause(attempt(LONG)));
    }

    @Test
    void aNameWithoutAddressIsTriedAgain() {
        assertEquals("no address is known for nowhere.invalid", cause(lookingUp(_ -> {
            throw new UnknownHostException("nowhere");
        })));
    }

    @Test
    void aNameServiceThatHangsCostsTheTimeoutAndNoMore() {
        var end = new CountDownLatch(1);
        try {
            assertEquals("the DNS lookup of nowhere.invalid did not finish within 0.3 s", cause(lookingUp(_ -> {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                throw new UnknownHostException("late");
            })));
        } finally {
            end.countDown();
        }
    }

    @Test
    void whatAReceiverSendsBackOfTheSecretsIsHidden() {
        hook.always(Hook.answering("403 No", "bad token " + TOKEN + " for /s3cretpath99/x"));

        String cause = cause(delivery(hook.url() + "/s3cretpath99/" + TOKEN, LONG)
                .carry(post("/s3cretpath99/" + TOKEN, Optional.empty()), "id"));

        assertTrue(cause.startsWith("HTTP status 403: bad token "), cause);
        assertFalse(cause.contains(TOKEN.substring(6, 14)) || cause.contains("s3cretpa"), cause);
    }

    private Outcome attempt(Duration timeout) {
        return delivery(hook.url() + "/hook", timeout).carry(post("/hook", Optional.empty()), "id");
    }

    private Outcome lookingUp(Resolver resolver) {
        var names = new Names(resolver, System::nanoTime);
        try (names) {
            var lines = new Lines(names, buffers, System::nanoTime);
            return new Delivery(receiver("http://nowhere.invalid/", SHORT), lines, "nexus/test", InstantSource.system())
                    .carry(post("/", Optional.empty()), "id");
        }
    }

    private Delivery delivery(String url, Duration timeout) {
        var lines = new Lines(new Names(_ -> List.of(), System::nanoTime), buffers, System::nanoTime);
        return new Delivery(receiver(url, timeout), lines, "nexus/test", InstantSource.system());
    }

    private static ReceiverConfig receiver(String url, Duration timeout) {
        return Samples.receiver("ops", url, ReceiverShape.JSON, timeout, Optional.empty());
    }

    private static Post post(String target, Optional<String> token) {
        return new Post(new Secret(target), token.map(Secret::new), "{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8));
    }

    private String cause(Outcome outcome) {
        String cause = switch (outcome) {
            case Outcome.Delivered delivered -> delivered.toString();
            case Outcome.Failed failed -> failed.why().cause();
            case Outcome.Refused refused -> refused.why().cause();
        };
        return cause.replaceAll("port \\d+", "port PORT");
    }
}
