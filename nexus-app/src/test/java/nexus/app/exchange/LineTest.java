package nexus.app.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static nexus.app.exchange.Asking.LONG;
import static nexus.app.exchange.Asking.SHORT;
import static nexus.app.exchange.Asking.local;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import nexus.app.exchange.OneServer.Script;
import nexus.app.exchange.OneServer.Talk;
import nexus.app.health.PhaseTimes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What a server does after it has accepted, on real sockets.
class LineTest {

    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    private final Asking asking = new Asking();

    @AfterEach
    void nothingIsLeft() {
        asking.close();
    }

    static Arguments of(String name, String expected, Script script) {
        return Arguments.of(name, expected, script);
    }

    static Arguments says(String name, String expected, String text) {
        return of(name, expected, talk -> {
            talk.heard();
            talk.say(text);
        });
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                says("a whole answer", "200 hi", OK + "Content-Length: 2\r\n\r\nhi"),
                says("to the end of the stream", "200 hi", "HTTP/1.0 200 OK\r\n\r\nhi"),
                says("just at the cap", "200 " + "x".repeat(Asking.CAP), OK + "\r\n" + "x".repeat(Asking.CAP)),
                says("one byte over the cap", "READ BODY_TOO_LARGE", OK + "\r\n" + "x".repeat(Asking.CAP + 1)),
                says("one 1 MiB header", "READ HEAD_TOO_LARGE", OK + "A: " + "x".repeat(1 << 20)),
                says("broken chunks", "READ BAD_FRAMING", CHUNKED + "zz\r\n"),
                says("too short a body", "READ CLOSED_EARLY", OK + "Content-Length: 9\r\n\r\nhi"),
                says("no last chunk", "READ CLOSED_EARLY", CHUNKED + "2\r\nhi\r\n"),
                says("not HTTP", "READ NOT_HTTP", "SSH-2.0-OpenSSH_9.2\r\n"),
                of("closed without an answer", "WAIT CLOSED_EARLY", Talk::heard),
                of("closed before the question", "WAIT CLOSED_EARLY", talk -> {}),
                of("reset after the question", "WAIT RESET", talk -> {
                    talk.heard();
                    talk.reset();
                }),
                of("reset in the body", "READ RESET", talk -> {
                    talk.heard();
                    talk.say(OK + "Content-Length: 9\r\n\r\nhi");
                    talk.reset();
                }),
                of(
                        "answers and closes before the question",
                        "503 busy",
                        talk -> talk.say("HTTP/1.1 503 Busy\r\nContent-Length: 4\r\n\r\nbusy")),
                of("endless headers", "READ HEAD_TOO_LARGE", talk -> endless(talk, OK, "A: b\r\n")),
                of("endless body", "READ BODY_TOO_LARGE", talk -> endless(talk, OK + "\r\n", "x".repeat(500))),
                of("endless chunks", "READ BODY_TOO_LARGE", talk -> endless(talk, CHUNKED, "2\r\nhi\r\n")));
    }

    private static void endless(Talk talk, String start, String more) throws java.io.IOException {
        talk.heard();
        talk.say(start);
        while (true) {
            talk.say(more);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("ends")
    void tellsHowItEnded(String name, String expected, Script script) throws Exception {
        try (var server = new OneServer(script)) {
            assertEquals(expected, asking.once(local(server.port()), LONG));
        }
    }

    static Stream<Arguments> stalls() {
        return Stream.of(
                of("hangs after accept", "WAIT TIMED_OUT", Talk::hang),
                of("hangs after the question", "WAIT TIMED_OUT", talk -> {
                    talk.heard();
                    talk.hang();
                }),
                stallsAfter("hangs after the status line", OK),
                stallsAfter("hangs inside the headers", OK + "Content-Le"),
                stallsAfter("hangs inside the body", OK + "Content-Length: 9\r\n\r\nhi"),
                stallsAfter("hangs inside a chunk size", CHUNKED + "2"),
                stallsAfter("hangs where only the end is missing", OK + "\r\nhi"),
                drips("drips its head", "", OK),
                drips("drips its body", OK + "Content-Length: 900\r\n\r\n", "x".repeat(900)),
                drips("drips chunk sizes", CHUNKED, "00000000000000a;" + "x".repeat(900)));
    }

    private static Arguments stallsAfter(String name, String text) {
        return of(name, "READ TIMED_OUT", talk -> {
            talk.heard();
            talk.say(text);
            talk.hang();
        });
    }

    /// A byte every 20 ms: each read gets one well before its own timeout, none ends the whole.
    private static Arguments drips(String name, String start, String slowly) {
        return of(name, "READ TIMED_OUT", talk -> {
            talk.heard();
            talk.say(start);
            for (char c : slowly.toCharArray()) {
                talk.say(String.valueOf(c));
                if (talk.end().await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            talk.hang();
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("stalls")
    void oneDeadlineCoversTheWholeExchange(String name, String expected, Script script) throws Exception {
        try (var server = new OneServer(script)) {
            assertEquals(expected, asking.once(local(server.port()), SHORT));
        }
    }

    @Test
    void theDetailOfATimeoutSaysHowFarItCame() throws Exception {
        Script script = talk -> {
            talk.heard();
            talk.say(OK + "Content-Length: 9\r\n\r\nhi");
            talk.hang();
        };
        try (var server = new OneServer(script);
                Line line = asking.lines.to(local(server.port()))) {
            Ending ending = line.ask(Asking.QUESTION, Asking.CAP, Deadline.after(SHORT));
            assertEquals("time was up after 2 of 9 body bytes", Asking.detail(ending));
        }
    }

    @Test
    void phasesAreThoseOfTheFirstQuestion() throws Exception {
        Script script = talk -> {
            while (!talk.heard().isEmpty()) {
                talk.say(OK + "Content-Length: 2\r\n\r\nhi");
            }
        };
        try (var server = new OneServer(script);
                Line line = asking.lines.to(local(server.port()))) {
            assertEquals(PhaseTimes.NONE, line.phases());
            line.ask(Asking.QUESTION, Asking.CAP, Deadline.after(LONG));
            PhaseTimes first = line.phases();
            assertTrue(first.connecting() > 0 && first.waiting() > 0 && first.reading() > 0, first.toString());
            assertEquals(0, first.securing());
            line.ask(Asking.QUESTION, Asking.CAP, Deadline.after(LONG));
            assertEquals(first, line.phases());
        }
    }

    @Test
    void interruptingTheThreadCancelsAtOnce() throws Exception {
        var reached = new CountDownLatch(1);
        Script script = talk -> {
            talk.heard();
            reached.countDown();
            talk.hang();
        };
        try (var server = new OneServer(script)) {
            var task = new FutureTask<>(() -> {
                try (Line line = asking.lines.to(local(server.port()))) {
                    return Asking.seen(line.ask(Asking.QUESTION, Asking.CAP, Deadline.after(LONG)));
                }
            });
            Thread thread = Thread.ofVirtual().start(task);
            reached.await();
            thread.interrupt();
            assertEquals("WAIT CANCELLED", task.get());
        }
    }

    @Test
    void aClosedLineCannotBeAsked() {
        Line line = asking.lines.to(local(1));
        line.close();
        line.close();
        assertThrows(IllegalStateException.class, () -> line.ask(Asking.QUESTION, Asking.CAP, Deadline.after(SHORT)));
    }

    @Test
    void aFloodThatHasBecomeAListIsToBeAskedForAgain() throws Exception {
        String list = "x".repeat(300_000);
        try (var server = new OneServer(talk -> {
            talk.heard();
            talk.say(OK + "\r\n" + list);
        })) {
            String seen = Asking.onVirtualThread(() -> {
                try (Line line = asking.lines.to(local(server.port()))) {
                    var flood = line.askFlood(Asking.QUESTION, 400_000, Deadline.after(LONG));
                    assertEquals(Optional.empty(), flood);
                    return line.ask(Asking.QUESTION, 400_000, Deadline.after(LONG)) instanceof Ending.Answered(var it)
                            ? it.text(400_000)
                            : "no answer";
                }
            });
            assertEquals(list, seen);
            assertEquals(2, server.connections());
        }
    }

    @Test
    void aFloodThatGoesOnTakesHardlyAnyOfTheBudget() throws Exception {
        try (var server = new OneServer(
                talk -> endless(talk, CHUNKED, "2710\r\n" + "x".repeat(5_000) + "y".repeat(5_000) + "\r\n"))) {
            String seen = Asking.onVirtualThread(() -> {
                try (Line line = asking.lines.to(local(server.port()))) {
                    // Ten times the budget: only what is not kept comes so far.
                    Ending ending = line.askFlood(Asking.QUESTION, 10 << 20, Deadline.after(LONG))
                            .orElseThrow();
                    return Asking.seen(ending) + " " + new String(line.heard().orElseThrow(), ISO_8859_1);
                }
            });
            assertEquals("READ BODY_TOO_LARGE " + (CHUNKED + "x".repeat(Line.HEARD)).substring(0, Line.HEARD), seen);
            assertEquals(1, server.connections());
        }
    }
}
