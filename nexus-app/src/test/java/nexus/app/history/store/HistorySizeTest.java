package nexus.app.history.store;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import nexus.app.history.Latencies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a fleet that is checked every 5 s takes in the file, and how much of a core the writing takes: said on
/// standard output, and held to what is promised for ten thousand backends and 13 months. A month of a thousand with
/// `NEXUS_TEST_LONG`, else two days of two hundred.
class HistorySizeTest {

    private static final boolean LONG = System.getenv("NEXUS_TEST_LONG") != null;
    private static final int BACKENDS = LONG ? 1000 : 192;
    private static final int HOURS = LONG ? 30 * 24 : 50;
    private static final int PROMISED_BACKENDS = 10_000;
    private static final long GIGABYTE = 1_000_000_000;
    private static final double MINUTE_MILLIS = 60_000;
    private static final int CHECKS_A_MINUTE = 12;
    private static final long FIRST =
            Duration.between(Instant.EPOCH, Given.NOON).toHours();

    @TempDir
    Path folder;

    private final Random random = new Random(11);
    private final List<String> names =
            IntStream.range(0, BACKENDS).mapToObj(i -> "b" + i).toList();

    @Test
    void tenThousandBackendsTakeLessThanTwoGigabytesForEver() {
        var session = Session.writing(new SqliteFile(folder.resolve("h.db"), InstantSource.system()));
        var rows = new RollupRows(new Backends());
        var purge = new Purge(session);
        long began = cpuNanos();
        for (long hour = FIRST; hour < FIRST + HOURS; hour++) {
            for (int minute = 0; minute < RollupRows.MINUTES; minute++) {
                write(session, rows, hour * RollupRows.MINUTES + minute);
            }
            long over = hour;
            session.run(connection -> rows.sumUp(connection, over));
            purge.run(hour);
        }
        double millis = (cpuNanos() - began) / 1e6 / (HOURS * RollupRows.MINUTES);
        double core = millis * PROMISED_BACKENDS / BACKENDS / MINUTE_MILLIS;

        double minutes = size(session, "nexus_minutes") / BACKENDS;
        double hours = size(session, "nexus_hours") / BACKENDS / HOURS;
        double forEver = PROMISED_BACKENDS * (minutes + hours * Purge.HOURS_KEPT.toHours());
        System.out.printf(
                "%d backends, %d hours: %.0f bytes a backend for the minutes of a day, %.2f for an hour;"
                        + " %d backends for ever: %.2f GB, and %.2f %% of a core%n",
                BACKENDS, HOURS, minutes, hours, PROMISED_BACKENDS, forEver / GIGABYTE, 100 * core);
        session.close();
        // The rest of two is for a million events of some 350 bytes.
        assertTrue(forEver < 1.5 * GIGABYTE, forEver + " bytes");
        assertTrue(core < 0.05, core + " of a core");
    }

    /// Of this thread, which does all of it; making the numbers up included.
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void write(Session session, RollupRows rows, long number) {
        var out = new Bytes();
        names.forEach(_ -> Packing.EXACT.write(tally(), out));
        session.run(connection -> {
            rows.write(connection, new Minute(number, names, out.all()));
            return true;
        });
    }

    /// Some 5 ms, spread as in a busy network, with a slow one now and then; one backend in a hundred fails.
    private Tally tally() {
        var counts = new int[Latencies.BUCKETS];
        int failed = random.nextInt(100) == 0 ? 1 + random.nextInt(CHECKS_A_MINUTE) : 0;
        for (int i = failed; i < CHECKS_A_MINUTE; i++) {
            double millis = 5 * Math.exp(0.3 * random.nextGaussian()) + (random.nextInt(200) == 0 ? 100 : 0);
            counts[Latencies.bucket((long) (millis * 1e6))]++;
        }
        return new Tally(CHECKS_A_MINUTE, failed, Latencies.of(counts));
    }

    /// In whole pages, as the file has them.
    private static double size(Session session, String table) {
        return session.run(connection -> Jdbc.all(
                        connection, "SELECT SUM(pgsize) FROM dbstat WHERE name = ?", row -> row.getDouble(1), table)
                .getFirst());
    }
}
