package nexus.app.history.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import nexus.app.history.Latencies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackingTest {

    private static final double[] KEPT = {0.5, 0.9, 0.95, 0.99, 1};

    private final Random random = new Random(7);

    @Test
    void minutesComeBackAsTheyWere() {
        for (int i = 0; i < 1000; i++) {
            var tally = tally(random.nextInt(30), random.nextInt(5));

            assertEquals(tally, throughBytes(tally, Packing.EXACT));
        }
    }

    @Test
    void hoursKeepTheirCountsAndQuantiles() {
        for (int i = 0; i < 1000; i++) {
            var tally = tally(1 + random.nextInt(3000), random.nextInt(5));
            var back = throughBytes(tally, Packing.QUANTILES);

            assertEquals(tally.checks(), back.checks());
            assertEquals(tally.failed(), back.failed());
            assertEquals(tally.latencies().count(), back.latencies().count());
            for (double share : KEPT) {
                assertEquals(tally.latencies().quantile(share), back.latencies().quantile(share), tally + " " + share);
            }
        }
    }

    @Test
    void anHourOfAFleetAtFiveSecondsTakesLessThanNineBytesABackend() {
        var group = new Group();
        for (int backend = 0; backend < 64; backend++) {
            group.add(backend, tally(720, 0));
        }

        assertEquals(64 * 8, group.row(Packing.QUANTILES).length);
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void aGroupComesBackWithItsGaps(Packing packing) {
        var group = new Group();
        group.add(3, tally(5, 1));
        group.add(63, tally(1, 1));
        group.add(64 + 10, tally(2, 0));

        var back = Group.read(group.row(packing), packing);

        assertEquals(Tally.NONE, back.tally(0));
        assertEquals(6, back.tally(3).checks());
        assertEquals(1, back.tally(63).failed());
        assertEquals(2, back.tally(10).checks());
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void garbageIsDamageAndNothingElse(Packing packing) {
        for (int i = 0; i < 10_000; i++) {
            var garbage = new byte[random.nextInt(40)];
            random.nextBytes(garbage);
            try {
                Group.read(garbage, packing);
            } catch (Bytes.DamagedException _) {
                // As it should be; what can be read by chance is no harm.
            }
        }
        assertThrows(Bytes.DamagedException.class, () -> Group.read(new byte[] {1}, packing));
    }

    /// @param succeeded how many
    private Tally tally(int succeeded, int failed) {
        var counts = new int[Latencies.BUCKETS];
        int middle = random.nextInt(100);
        for (int i = 0; i < succeeded; i++) {
            counts[Math.clamp((int) (middle + 4 * random.nextGaussian()), 0, Latencies.BUCKETS - 1)]++;
        }
        return new Tally(succeeded + failed, failed, Latencies.of(counts));
    }

    private static Tally throughBytes(Tally tally, Packing packing) {
        var out = new Bytes();
        packing.write(tally, out);
        var in = new Bytes.Reader(out.all());
        var back = packing.read(in);
        assertTrue(in.isAtEnd());
        return back;
    }
}
