package nexus.app.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import nexus.app.Eventually;
import nexus.app.config.LoggingConfig;
import nexus.app.history.Rollup;
import nexus.app.log.Logging;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Checks are counted while the database can't be had, and written when it can.
class HealingTest {

    private static final String TROUBLE = "WARN  history: history can't be kept, tried again; checks go on problem=";
    private static final Pattern LOST =
            Pattern.compile("WARN  history: some minutes of checks are missing from the history minutes=([0-9]+)");
    private static final String HEALED = "INFO  history: history is kept again";

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock(Given.NOON);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private History history;

    @BeforeEach
    void open() {
        Logging.start(LoggingConfig.DEFAULT, log);
        history = History.open(new SqliteFile(file(), clock), 1000, clock, Given.PATIENCE);
        history.events().reserved();
    }

    @AfterEach
    void close() {
        history.close();
        Logging.stop();
    }

    private Path file() {
        return folder.resolve("h.db");
    }

    @Test
    void whatWasCountedMeanwhileIsWrittenAndTroubleIsToldOnce() throws Exception {
        var registry = Given.fleet("gpu-1");
        history.observe(registry);
        try (var other = locked()) {
            for (int minute = 0; minute < 3; minute++) {
                Given.succeeds(registry, "gpu-1", 4, Duration.ofMillis(3));
                clock.forward(Duration.ofMinutes(1));
                history.tick();
            }
            Eventually.seen("the trouble", this::lines, lines -> lines.contains(TROUBLE));
            other.createStatement().execute("COMMIT");
        }

        var minutes = Eventually.seen(
                "three minutes",
                () -> history.past().rollups("gpu-1", Rollup.Step.MINUTE, Given.day()),
                rollups -> rollups.size() == 3);

        assertEquals(List.of(4, 4, 4), minutes.stream().map(Rollup::checks).toList());
        Eventually.seen("the end", this::lines, lines -> lines.contains(HEALED));
        assertEquals(1, lines().lines().filter(line -> line.contains(TROUBLE)).count(), lines());
        assertTrue(lines().contains("is locked by another program: close that one"), lines());
    }

    @Test
    void minutesThatWaitedTooLongAreLostAndTheirNumberIsTold() throws Exception {
        var registry = Given.fleet("gpu-1");
        history.observe(registry);
        try (var other = locked()) {
            for (int minute = 0; minute < Unsaved.MOST + 5; minute++) {
                Given.fails(registry, "gpu-1", 1);
                clock.forward(Duration.ofMinutes(1));
                history.tick();
            }
            other.createStatement().execute("COMMIT");
        }

        Eventually.seen("the loss", this::lost, lost -> lost > 0);
        // The oldest may have been under way when it was to go.
        Eventually.seen(
                "all minutes, kept or told as lost",
                () -> lost()
                        + history.past()
                                .rollups("gpu-1", Rollup.Step.MINUTE, Given.day())
                                .size(),
                sum -> sum == Unsaved.MOST + 5);
        assertTrue(lost() >= 4, lines());
    }

    private int lost() {
        var told = LOST.matcher(lines());
        return told.find() ? Integer.parseInt(told.group(1)) : 0;
    }

    /// Somebody else writes, and does not end.
    private Connection locked() throws Exception {
        var other = DriverManager.getConnection("jdbc:sqlite:" + file());
        try (var statement = other.createStatement()) {
            statement.execute("PRAGMA busy_timeout = 5000");
            statement.execute("BEGIN IMMEDIATE");
        }
        return other;
    }

    private String lines() {
        return log.toString(StandardCharsets.UTF_8);
    }
}
