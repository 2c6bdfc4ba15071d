package nexus.app.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nexus.app.health.CheckError;
import nexus.app.health.PhaseTimes;
import nexus.app.registry.RecentCheck.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecentChecksTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00.123Z");
    private static final PhaseTimes PHASES = new PhaseTimes(100_000, 400_000, 0, 11_468_800, 400_000);

    private final RecentChecks recent = new RecentChecks();

    @Test
    void checksComeBackOldestFirst() {
        recent.add(report(0, Optional.empty()), true);
        recent.add(report(1, Optional.of(new CheckError.HttpError(503, true, "c", "f"))), true);
        recent.add(report(2, Optional.of(new CheckError.Timeout(5, "c", "f"))), false);

        assertEquals(
                List.of(
                        new RecentCheck(NOON, Verdict.HEALTHY, Optional.empty(), PHASES),
                        new RecentCheck(NOON.plusSeconds(1), Verdict.UNHEALTHY, Optional.of("HttpError(503)"), PHASES),
                        new RecentCheck(NOON.plusSeconds(2), Verdict.VOID, Optional.of("Timeout(5)"), PHASES)),
                recent.list());
    }

    @Test
    void onlyTheLastThirtyAreKept() {
        IntStream.range(0, 100).forEach(i -> recent.add(report(i, Optional.empty()), true));

        assertEquals(
                IntStream.range(70, 100).mapToObj(NOON::plusSeconds).toList(),
                recent.list().stream().map(RecentCheck::at).toList());
    }

    @Test
    void aCopyGoesItsOwnWay() {
        recent.add(report(0, Optional.empty()), true);

        var copy = recent.copy();
        recent.add(report(1, Optional.empty()), true);

        assertEquals(1, copy.list().size());
        copy.add(report(2, Optional.empty()), true);
        assertEquals(NOON.plusSeconds(2), copy.list().getLast().at());
        assertEquals(NOON.plusSeconds(1), recent.list().getLast().at());
    }

    static List<CheckError> everyError() {
        return List.of(
                new CheckError.Timeout(0.3, "", ""),
                new CheckError.Timeout(5, "", ""),
                new CheckError.Timeout(3600, "", ""),
                new CheckError.HttpError(599, false, "", ""),
                new CheckError.ConnectionFailed("", ""),
                new CheckError.DnsError("", ""),
                new CheckError.TlsError("", ""));
    }

    @ParameterizedTest
    @MethodSource("everyError")
    void anErrorKeepsItsShortForm(CheckError error) {
        assertEquals(Optional.of(error.text()), PackedError.text(PackedError.of(error)));
    }

    @Test
    void aParseErrorLeavesItsCauseBehind() {
        assertEquals(Optional.of("ParseError"), PackedError.text(PackedError.of(new CheckError.ParseError("x", ""))));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100, 204_700, 204_800, 5_000_000_123L, 3_600_000_000_000L, 86_400_000_000_000L})
    void aSpanOfTimeIsKeptToAThousandth(long nanos) {
        assertEquals(nanos, PackedTime.nanos(PackedTime.of(nanos)), Math.max(100, nanos / 1000.0));
    }

    @Test
    void whatNoCheckEverTakesIsCutToTheLongestSpan() {
        assertEquals(Character.MAX_VALUE, PackedTime.of(Long.MAX_VALUE));
        assertEquals(0, PackedTime.of(-1));
    }

    private static CheckReport report(int second, Optional<CheckError> error) {
        return new CheckReport(
                NOON.plusSeconds(second), error, Optional.empty(), PHASES, 0, Optional.empty(), Optional.empty());
    }
}
