package nexus.app.exchange;

import static nexus.app.exchange.Asking.LONG;
import static nexus.app.exchange.Asking.SHORT;
import static nexus.app.exchange.Asking.local;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import nexus.app.exchange.OneServer.Script;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Second questions: on the same connection where it is fit for that, else on a fresh one.
class LineReuseTest {

    private static final String FIRST = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst";
    private static final String SECOND = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecond";

    private final Asking asking = new Asking();

    @AfterEach
    void nothingIsLeft() {
        asking.close();
    }

    private static String ask(Line line) {
        return Asking.seen(line.ask(Asking.QUESTION, Asking.CAP, Deadline.after(LONG)));
    }

    @Test
    void aSecondQuestionGoesOverTheSameConnection() throws Exception {
        Script script = talk -> {
            talk.heard();
            talk.say(FIRST);
            talk.heard();
            talk.say(SECOND);
            talk.hang();
        };
        try (var server = new OneServer(script);
                Line line = asking.lines.to(local(server.port()))) {
            assertEquals("200 first", ask(line));
            assertTrue(line.reusable());
            assertEquals("200 second", ask(line));
            assertEquals(1, server.connections());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 5\r\n\r\nfirst",
                "HTTP/1.1 200 OK\r\nconnection: x, Close\r\nContent-Length: 5\r\n\r\nfirst",
                "HTTP/1.0 200 OK\r\nContent-Length: 5\r\n\r\nfirst",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst!",
                FIRST + "HTTP/1.1 503 Lie\r\nContent-Length: 3\r\n\r\nlie",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n0\r\n\r\n\r\n",
            })
    void aConnectionThatIsNotFitIsReplacedByAFreshOne(String first) throws Exception {
        Script script = talk -> {
            talk.heard();
            talk.say(talk.number() == 1 ? first : SECOND);
            talk.hang();
        };
        try (var server = new OneServer(script);
                Line line = asking.lines.to(local(server.port()))) {
            assertEquals("200 first", ask(line));
            assertFalse(line.reusable());
            assertEquals("200 second", ask(line));
            assertEquals(2, server.connections());
        }
    }

    @Test
    void anAnswerThatNobodyAskedForIsNotTakenForTheSecond() throws Exception {
        var answered = new CountDownLatch(1);
        var lied = new CountDownLatch(1);
        Script script = talk -> {
            talk.heard();
            talk.say(talk.number() == 1 ? FIRST : SECOND);
            if (talk.number() == 1) {
                answered.await();
                talk.say("HTTP/1.1 503 Lie\r\nContent-Length: 3\r\n\r\nlie");
                lied.countDown();
            }
            talk.hang();
        };
        try (var server = new OneServer(script);
                Line line = asking.lines.to(local(server.port()))) {
            assertEquals("200 first", ask(line));
            answered.countDown();
            lied.await();
            assertEquals("200 second", ask(line));
            assertEquals(2, server.connections());
        }
    }

    @Test
    void aBodyThatEndsWithTheConnectionIsFollowedOnAFreshOne() throws Exception {
        Script script = talk -> {
            talk.heard();
            talk.say(talk.number() == 1 ? "HTTP/1.1 200 OK\r\n\r\nfirst" : SECOND);
        };
        try (var server = new OneServer(script);
                Line line = asking.lines.to(local(server.port()))) {
            assertEquals("200 first", ask(line));
            assertFalse(line.reusable());
            assertEquals("200 second", ask(line));
        }
    }

    @Test
    void anOldServerThatSaysKeepAliveIsTakenAtItsWord() throws Exception {
        Script script = talk -> {
            talk.heard();
            talk.say("HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\nContent-Length: 5\r\n\r\nfirst");
            talk.hang();
        };
        try (var server = new OneServer(script);
                Line line = asking.lines.to(local(server.port()))) {
            assertEquals("200 first", ask(line));
            assertTrue(line.reusable());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServerThatHangsUpOnTheSecondQuestionIsCalledOnceMore(boolean byReset) throws Exception {
        Script script = talk -> {
            talk.heard();
            talk.say(talk.number() == 1 ? FIRST : SECOND);
            if (talk.number() == 1 && byReset) {
                talk.heard();
                talk.reset();
            } else if (talk.number() == 1) {
                talk.heard();
            }
        };
        try (var server = new OneServer(script);
                Line line = asking.lines.to(local(server.port()))) {
            assertEquals("200 first", ask(line));
            assertEquals("200 second", ask(line));
            assertEquals(2, server.connections());
        }
    }

    @Test
    void aServerThatAlwaysHangsUpIsNotCalledForEver() throws Exception {
        Script script = talk -> {
            talk.heard();
            if (talk.number() == 1) {
                talk.say(FIRST);
                talk.heard();
            }
        };
        try (var server = new OneServer(script);
                Line line = asking.lines.to(local(server.port()))) {
            assertEquals("200 first", ask(line));
            assertEquals("WAIT CLOSED_EARLY", ask(line));
            assertEquals(2, server.connections());
        }
    }

    @Test
    void aSecondQuestionThatHangsEndsAtItsOwnDeadline() throws Exception {
        Script script = talk -> {
            talk.heard();
            talk.say(FIRST);
            talk.hang();
        };
        try (var server = new OneServer(script);
                Line line = asking.lines.to(local(server.port()))) {
            assertEquals("200 first", ask(line));
            Deadline sooner = Deadline.after(LONG).sooner(SHORT);
            assertEquals("WAIT TIMED_OUT", Asking.seen(line.ask(Asking.QUESTION, Asking.CAP, sooner)));
            assertFalse(line.reusable());
        }
    }
}
