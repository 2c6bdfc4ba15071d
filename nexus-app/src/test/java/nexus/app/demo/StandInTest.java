package nexus.app.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

class StandInTest {

    private static final Reply ONE = Reply.json("{\"n\":1}");
    private static final Reply TWO = Reply.json("{\"n\":2}");

    @Test
    void itAnswersByPathAndLeavesTheQueryOut() throws IOException {
        try (var server = StandIn.start("s", Behaviour.at("/a", ONE).with("/a?x=2", TWO))) {
            assertArrayEquals(ONE.wire(), Client.ask(server.port(), "/a"));
            assertArrayEquals(ONE.wire(), Client.ask(server.port(), "/a?x=1"));
            assertArrayEquals(TWO.wire(), Client.ask(server.port(), "/a?x=2"));
            assertTrue(Client.text(server.port(), "/b").startsWith("HTTP/1.1 404 "));
        }
    }

    @Test
    void oneConnectionCarriesSeveralRequests() throws IOException {
        try (var server = StandIn.start("s", Behaviour.at("/a", ONE).with("/b", TWO));
                var socket = Client.connect(server.port())) {
            Client.send(socket, "/a", "");
            assertTrue(Client.answers(socket, ONE));
            Client.send(socket, "/b", "");
            assertTrue(Client.answers(socket, TWO));
            assertEquals(1, server.connections());
            assertEquals(2, server.requests());
        }
    }

    @Test
    void anAnswerWithoutALengthEndsWithTheConnection() throws IOException {
        var endless = Reply.raw("HTTP/1.1 200 OK\r\n\r\nok".getBytes());
        try (var server = StandIn.start("s", Behaviour.always(endless));
                var socket = Client.connect(server.port())) {
            Client.send(socket, "/", "");
            assertArrayEquals(endless.wire(), socket.getInputStream().readAllBytes());
        }
    }

    @Test
    void aSwappedBehaviourShowsWithTheNextRequest() throws IOException {
        try (var server = StandIn.start("s", Behaviour.always(ONE))) {
            assertArrayEquals(ONE.wire(), Client.ask(server.port(), "/"));
            server.become(Behaviour.always(TWO));
            assertArrayEquals(TWO.wire(), Client.ask(server.port(), "/"));
        }
    }

    @Test
    void aBehaviourForSomeRequestsGivesWayToTheNext() throws IOException {
        try (var server = StandIn.start("s", Behaviour.always(ONE))) {
            server.become(new Behaviour.Times(Behaviour.always(TWO), 2, Behaviour.always(ONE)));
            assertArrayEquals(TWO.wire(), Client.ask(server.port(), "/"));
            assertArrayEquals(TWO.wire(), Client.ask(server.port(), "/"));
            assertArrayEquals(ONE.wire(), Client.ask(server.port(), "/"));
        }
    }

    @Test
    void aHangingOneAcceptsAndNeverAnswers() throws IOException {
        try (var server = StandIn.start("s", new Behaviour.Hangs());
                var socket = Client.connect(server.port())) {
            Client.send(socket, "/", "");
            socket.setSoTimeout(50);
            assertThrows(
                    SocketTimeoutException.class, () -> socket.getInputStream().read());
        }
    }

    @Test
    void whatIsNoHttpIsRefusedAtOnce() throws IOException {
        try (var server = StandIn.start("s", Behaviour.always(ONE));
                var socket = Client.connect(server.port())) {
            socket.getOutputStream().write(new byte[] {0x16, 3, 1});
            assertEquals('H', socket.getInputStream().read());
            assertEquals(0, server.requests());
        }
    }

    @Test
    void oneThatHangsUpClosesWithoutAWord() throws IOException {
        try (var server = StandIn.start("s", new Behaviour.HangsUp())) {
            assertEquals(0, Client.ask(server.port(), "/").length);
        }
    }

    @Test
    void whileItIsDownConnectsAreRefusedAndItComesBackOnTheSamePort() throws IOException {
        try (var server = StandIn.start("s", Behaviour.always(ONE))) {
            int port = server.port();
            for (int round = 0; round < 3; round++) {
                server.goDown();
                assertThrows(ConnectException.class, () -> Client.ask(port, "/"));
                server.comeBack();
                assertArrayEquals(ONE.wire(), Client.ask(port, "/"));
            }
            assertEquals(port, server.port());
        }
    }

    @Test
    void goingDownCutsAConnectionThatWaits() throws IOException {
        try (var server = StandIn.start("s", new Behaviour.Hangs());
                var socket = Client.connect(server.port())) {
            Client.send(socket, "/", "");
            server.goDown();
            assertEnds(socket);
        }
    }

    @Test
    void closingEndsEveryThreadWhateverItWaitsFor() throws IOException {
        var server = StandIn.start("to-be-closed", new Behaviour.Hangs());
        try (var asked = Client.connect(server.port());
                var idle = Client.connect(server.port())) {
            Client.send(asked, "/", "");
            assertTrue(Threads.anyNamed("demo-to-be-closed-"));
            server.close();
            assertFalse(Threads.anyNamed("demo-to-be-closed-"));
            assertEnds(asked);
            assertEnds(idle);
        }
        server.comeBack();
        assertThrows(ConnectException.class, () -> Client.ask(server.port(), "/"));
    }

    private static void assertEnds(java.net.Socket socket) {
        try {
            assertEquals(-1, socket.getInputStream().read());
        } catch (SocketTimeoutException e) {
            throw new AssertionError("still open", e);
        } catch (IOException reset) {
            // A reset ends it as well.
        }
    }
}
