package nexus.app.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.logging.Logger;
import nexus.app.config.LoggingConfig;
import nexus.app.config.LoggingConfig.Format;
import nexus.app.config.LoggingConfig.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggingTest {

    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

    private final Log log = Log.of("health");

    @AfterEach
    void stop() {
        Logging.stop();
    }

    @Test
    void aLineIsTimeLevelComponentEventAndFields() {
        String line = logged(
                Level.DEBUG,
                Format.PRETTY,
                log -> log.debug("checking backend", "backend_id", "local-ollama", "url", "http://localhost:11434"));

        assertTrue(line.matches("(?s)" + TIME + " .*"), line);
        assertEquals(
                "DEBUG health: checking backend backend_id=\"local-ollama\" url=\"http://localhost:11434\"\n",
                withoutTime(line));
    }

    @Test
    void textIsQuotedAndWordsAndNumbersAreBare() {
        String line = logged(
                Level.DEBUG,
                Format.PRETTY,
                log -> log.debug(
                        "check result",
                        "backend_id",
                        "local-ollama",
                        "status",
                        Log.word("Healthy"),
                        "latency_ms",
                        12000,
                        "models",
                        3));

        assertEquals(
                "DEBUG health: check result backend_id=\"local-ollama\" status=Healthy latency_ms=12000 models=3\n",
                withoutTime(line));
    }

    @Test
    void theLevelIsPaddedToFive() {
        assertEquals(
                "WARN  health: check failed backend_id=\"slow-backend\" error=Timeout(5)\n",
                withoutTime(logged(
                        Level.INFO,
                        Format.PRETTY,
                        log -> log.warn(
                                "check failed", "backend_id", "slow-backend", "error", Log.word("Timeout(5)")))));
    }

    @Test
    void jsonIsOneObjectALine() {
        String line = logged(
                Level.DEBUG,
                Format.JSON,
                log -> log.info(
                        "check \"result\"",
                        "backend_id",
                        "a\nb",
                        "status",
                        Log.word("Healthy"),
                        "n",
                        1.5,
                        "ok",
                        true,
                        "nan",
                        Double.NaN));

        assertTrue(line.matches("(?s)\\{\"time\":\"" + TIME + "\",.*"), line);
        assertEquals(
                "\"level\":\"INFO\",\"component\":\"health\",\"event\":\"check \\\"result\\\"\",\"backend_id\":\"a\\nb\","
                        + "\"status\":\"Healthy\",\"n\":1.5,\"ok\":true,\"nan\":\"NaN\"}\n",
                line.substring(line.indexOf("\"level\"")));
    }

    @Test
    void hostileTextStaysOnItsLineAndNeverReachesATerminalRaw() {
        String line = logged(
                Level.INFO,
                Format.PRETTY,
                log -> log.info(
                        "a\u001b[2J", "quoted", "\"\\\r\n\u0007\u009b\u202e\ud800", "bare", Log.word("x\n\u2028y")));

        assertEquals(
                "INFO  health: a\\u001b[2J quoted=\"\\\"\\\\\\r\\n\\u0007\\u009b\\u202e\\ud800\" bare=x\\n\\u2028y\n",
                withoutTime(line));
    }

    @ParameterizedTest
    @CsvSource({
        "TRACE, DEBUG INFO WARN ERROR",
        "DEBUG, DEBUG INFO WARN ERROR",
        "INFO, INFO WARN ERROR",
        "WARN, WARN ERROR",
        "ERROR, ERROR",
        "OFF, ''"
    })
    void aLevelLetsThroughItselfAndWhatIsWorse(Level level, String written) {
        String text = logged(level, Format.PRETTY, log -> {
            log.debug("x");
            log.info("x");
            log.warn("x");
            log.error("x");
        });

        assertEquals(
                written,
                String.join(" ", text.lines().map(line -> line.split(" +")[1]).toList()));
    }

    @Test
    void nothingIsWrittenBeforeTheStartAndAfterTheStop() {
        assertFalse(log.isDebug());
        var out = new ByteArrayOutputStream();
        Logging.start(new LoggingConfig(Level.TRACE, Format.PRETTY), out);
        assertTrue(log.isDebug());
        Logging.stop();
        log.error("late");

        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void ofALibraryOnlyWarningsAreWritten() {
        // One that no other part of Nexus sets a level for: who starts a server here quietens Helidon.
        var library = Logger.getLogger("org.example.library");
        String text = logged(Level.TRACE, Format.PRETTY, unused -> {
            library.info("started all channels");
            library.log(java.util.logging.Level.WARNING, "accept {0}\n", "failed");
        });

        assertEquals("WARN  org.example.library: accept failed\\n\n", withoutTime(text));
    }

    @Test
    void aStreamThatFailsIsSilent() {
        Logging.start(LoggingConfig.DEFAULT, new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        });

        log.info("one");
        log.info("two");
        Logging.stop();
    }

    @Test
    void aReaderThatStandsStillHoldsNobodyUpAndLearnsHowMuchItMissed() throws Exception {
        var moves = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var out = new ByteArrayOutputStream() {
            @Override
            public void write(byte[] line) {
                try {
                    moves.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                super.writeBytes(line);
                if (new String(line, StandardCharsets.UTF_8).contains("dropped")) {
                    ended.countDown();
                }
            }
        };
        Logging.start(LoggingConfig.DEFAULT, out);

        for (int i = 0; i < LineWriter.CAPACITY + 100; i++) {
            log.info("line", "n", i);
        }
        moves.countDown();
        ended.await();

        assertTrue(out.toString(StandardCharsets.UTF_8)
                .lines()
                .anyMatch(line ->
                        line.matches(TIME + " WARN  log: lines dropped, standard error stood still lines=(99|100)")));
    }

    private String logged(Level level, Format format, Consumer<Log> action) {
        var out = new ByteArrayOutputStream();
        Logging.start(new LoggingConfig(level, format), out);
        action.accept(log);
        Logging.stop();
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String withoutTime(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }
}
