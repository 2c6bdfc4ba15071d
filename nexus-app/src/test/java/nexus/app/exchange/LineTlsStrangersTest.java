package nexus.app.exchange;

import static nexus.app.exchange.Asking.LONG;
import static nexus.app.exchange.Asking.SHORT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.TimeUnit;
import nexus.app.exchange.OneServer.Script;
import nexus.app.exchange.OneServer.Talk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// TLS asked of servers that do not speak it, speak an old one, or never finish the handshake.
class LineTlsStrangersTest {

    private final Asking asking = new Asking(name -> List.of(Asking.address("127.0.0.1")));

    @AfterEach
    void nothingIsLeft() {
        asking.close();
    }

    @Test
    void plainHttpBehindHttpsIsSaid() throws Exception {
        try (var server = new OneServer(talk -> talk.say("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            assertTls(
                    "the server answers \"HTTP/\" to TLS: it speaks plain HTTP, the URL should begin with http:",
                    server);
        }
    }

    @Test
    void aServerThatHangsUpOnTheHandshakeIsATlsFailure() throws Exception {
        try (var server = new OneServer(talk -> {})) {
            assertTls("the server hung up on the TLS handshake without a word; perhaps it speaks plain HTTP", server);
        }
    }

    @Test
    void aServerThatIsTooOldIsSaid() throws Exception {
        String alert = "\u0015\u0003\u0001\0\u0002\u0002\u0046";
        try (var server = new OneServer(talk -> talk.say(alert))) {
            assertTls("the server speaks no version of TLS that is still safe (alert protocol_version)", server);
        }
        String hello = "\u0016\u0003\u0001\0\u002a\u0002\0\0\u0026\u0003\u0001" + "r".repeat(32) + "\0\0\u002f\0";
        try (var server = new OneServer(talk -> talk.say(hello))) {
            assertTls("the server is too old: it speaks TLS 1.0 or before, which is no longer safe", server);
        }
    }

    private void assertTls(String detail, OneServer server) throws Exception {
        Endpoint endpoint = Endpoint.tls("127.0.0.1", server.port(), TlsTrust.insecure());
        Ending ending = Asking.onVirtualThread(() -> {
            try (Line line = asking.lines.to(endpoint)) {
                return line.ask(Asking.QUESTION, Asking.CAP, Deadline.after(LONG));
            }
        });
        assertEquals("TLS TLS_FAILED", Asking.seen(ending));
        assertEquals(detail, Asking.detail(ending));
    }

    @Test
    void aHandshakeThatHangsOrDripsEndsAtTheDeadline() throws Exception {
        try (var server = new OneServer(Talk::hang)) {
            Endpoint endpoint = Endpoint.tls("127.0.0.1", server.port(), TlsTrust.insecure());
            assertEquals("TLS TIMED_OUT", asking.once(endpoint, SHORT));
        }
        Script drips = talk -> {
            talk.say("\u0016\u0003\u0003\u0040\0");
            while (!talk.end().await(20, TimeUnit.MILLISECONDS)) {
                talk.say("\u0002");
            }
        };
        try (var server = new OneServer(drips)) {
            Endpoint endpoint = Endpoint.tls("127.0.0.1", server.port(), TlsTrust.insecure());
            assertEquals("TLS TIMED_OUT", asking.once(endpoint, SHORT));
        }
    }
}
