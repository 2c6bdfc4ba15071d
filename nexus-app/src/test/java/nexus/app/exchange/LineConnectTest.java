package nexus.app.exchange;

import static nexus.app.exchange.Asking.LONG;
import static nexus.app.exchange.Asking.SHORT;
import static nexus.app.exchange.Asking.address;
import static nexus.app.exchange.Asking.local;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import nexus.app.exchange.OneServer.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The way to a connection: names, dead and living addresses.
class LineConnectTest {

    private static final Script ANSWERS = talk -> {
        talk.heard();
        talk.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
    };

    private static Asking knowing(String... addresses) {
        List<InetAddress> all = new ArrayList<>();
        for (String address : addresses) {
            all.add(address(address));
        }
        return new Asking(name -> all);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aClosedPortRefuses() throws Exception {
        try (var asking = new Asking()) {
            assertEquals("CONNECT REFUSED", asking.once(local(freePort()), LONG));
        }
    }

    @Test
    void theDetailNamesEveryAddressTried() throws Exception {
        int port = freePort();
        try (var asking = knowing("127.0.0.1", "127.0.0.2");
                Line line = asking.lines.to(Endpoint.plain("two", port))) {
            assertEquals(
                    "127.0.0.1:" + port + " refuses, 127.0.0.2:" + port + " refuses",
                    Asking.detail(line.ask(Asking.QUESTION, Asking.CAP, Deadline.after(LONG))));
            assertEquals(2, asking.lines.calls().sum());
        }
    }

    @Test
    void aNameWithoutAddressIsToldApartFromAConnectionThatFails() throws Exception {
        try (var asking = new Asking()) {
            assertEquals("RESOLVE NO_ADDRESS", asking.once(Endpoint.plain("nowhere.invalid", 80), LONG));
        }
    }

    @Test
    void aLookupThatHangsEndsAtTheDeadline() throws Exception {
        var end = new CountDownLatch(1);
        try (var asking = new Asking(name -> hanging(end, name))) {
            assertEquals("RESOLVE TIMED_OUT", asking.once(Endpoint.plain("hangs", 80), SHORT));
        } finally {
            end.countDown();
        }
    }

    private static List<InetAddress> hanging(CountDownLatch end, String name) throws UnknownHostException {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException(name);
    }

    @Test
    void theSecondAddressIsTriedWhenTheFirstRefuses() throws Exception {
        try (var server = new OneServer(ANSWERS);
                var asking = knowing("127.0.0.3", "127.0.0.1")) {
            assertEquals("200 hi", asking.once(Endpoint.plain("two", server.port()), LONG));
        }
    }

    @Test
    void aNameThatIsServedOnOneFamilyOnlyIsReached() throws Exception {
        try (var server = new OneServer(ANSWERS);
                var asking = knowing("::1", "127.0.0.1")) {
            assertEquals("200 hi", asking.once(Endpoint.plain("localhost", server.port()), LONG));
        }
    }

    @Test
    void aFullAcceptQueueIsATimeoutWhileConnecting() throws Exception {
        try (var full = new FullQueue(0);
                var asking = new Asking()) {
            assertEquals("CONNECT TIMED_OUT", asking.once(Endpoint.plain("127.0.0.2", full.port()), SHORT));
        }
    }

    @Test
    void aFirstAddressThatSwallowsCallsLeavesTimeForTheSecond() throws Exception {
        try (var server = new OneServer(ANSWERS);
                var full = new FullQueue(server.port());
                var asking = knowing("127.0.0.2", "127.0.0.1")) {
            assertEquals(server.port(), full.port());
            assertEquals("200 hi", asking.once(Endpoint.plain("two", server.port()), Duration.ofSeconds(3)));
        }
    }

    @Test
    void interruptingTheThreadCancelsAConnectThatHangs() throws Exception {
        try (var full = new FullQueue(0);
                var asking = new Asking()) {
            var task = new FutureTask<>(() -> {
                try (Line line = asking.lines.to(Endpoint.plain("127.0.0.2", full.port()))) {
                    return Asking.seen(line.ask(Asking.QUESTION, Asking.CAP, Deadline.after(LONG)));
                }
            });
            Thread thread = Thread.ofVirtual().start(task);
            thread.interrupt();
            assertEquals("CONNECT CANCELLED", task.get());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void noDescriptorIsLeftBehindHoweverAQuestionEnds() throws Exception {
        int closed = freePort();
        try (var server = new OneServer(ANSWERS);
                var rude = new OneServer(OneServer.Talk::reset);
                var asking = knowing("127.0.0.1")) {
            Endpoint secured = Endpoint.tls("127.0.0.1", rude.port(), TlsTrust.insecure());
            List<Endpoint> all = List.of(local(server.port()), local(rude.port()), local(closed), secured);
            int before = descriptors();
            for (int i = 0; i < 200; i++) {
                asking.once(all.get(i % all.size()), LONG);
            }
            // Each way to end had 50 turns; other threads of this JVM may hold a few.
            assertTrue(descriptors() - before < 40, before + " became " + descriptors());
        }
    }

    private static int descriptors() {
        return Objects.requireNonNull(new File("/proc/self/fd").list()).length;
    }
}
