package nexus.app.history;

import static nexus.app.health.BackendStatus.HEALTHY;
import static nexus.app.health.BackendStatus.UNHEALTHY;
import static nexus.app.health.BackendStatus.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nexus.app.events.Happening;
import nexus.app.health.BackendStatus;
import nexus.app.history.Incident.End;
import nexus.app.history.Incident.Ending;
import org.junit.jupiter.api.Test;

class HistorianTest {

    private static final Instant NOW = Instant.parse("2026-11-24T16:30:00Z");

    private final KeptPast past = new KeptPast();

    @Test
    void whatWasKnownBeforeThePeriodIsKnownAtItsBeginning() {
        past.ran(ago(50), NOW)
                .changed(ago(45), "a", UNKNOWN, HEALTHY)
                .changed(ago(3), "a", HEALTHY, UNHEALTHY)
                .changed(ago(2), "a", UNHEALTHY, HEALTHY);

        var history = history(Optional.of(HEALTHY));

        assertEquals(percent("100.000"), uptime(history, Period.DAY).percent());
        assertEquals(percent("85.714"), uptime(history, Period.WEEK).percent());
        assertEquals(percent("96.666"), uptime(history, Period.MONTH).percent());
        assertEquals(percent("100.000"), uptime(history, Period.MONTH).observedPercent());
    }

    @Test
    void aRestartRightBeforeThePeriodIsNotForgotten() {
        past.ran(ago(50), ago(40)).changed(ago(45), "a", UNKNOWN, HEALTHY).ran(ago(35), NOW);

        var month = uptime(history(Optional.of(UNKNOWN)), Period.MONTH);

        assertEquals(Duration.ofDays(30), month.time(Condition.UNKNOWN));
        assertEquals(Optional.empty(), month.percent());
    }

    @Test
    void anIncidentIsFollowedBackOverRestartsToItsBeginning() {
        past.ran(ago(60), ago(50))
                .changed(ago(55), "a", HEALTHY, UNHEALTHY)
                .ran(ago(49), ago(40))
                .resumed(ago(48), "a", UNHEALTHY)
                .ran(ago(39), NOW)
                .resumed(ago(38), "a", UNHEALTHY);

        var incident = history(Optional.of(UNHEALTHY)).incidents().getFirst();

        assertEquals(ago(55), incident.start());
        assertEquals(Duration.ofDays(55), incident.length());
        assertEquals(Duration.ofDays(53), incident.observed());
    }

    @Test
    void aBackendThatIsGoneIsStillToldOf() {
        past.ran(ago(30), NOW).changed(ago(20), "a", UNKNOWN, UNHEALTHY).removed(ago(15), "a");

        var history = history(Optional.empty());

        assertEquals(Duration.ofDays(5), uptime(history, Period.MONTH).time(Condition.UNHEALTHY));
        assertEquals(
                Optional.of(new End(ago(15), Ending.REMOVED)),
                history.incidents().getFirst().end());
    }

    @Test
    void oneThatWentWhileNexusDidNotRunWasThereUntilItsLastCheck() {
        past.ran(ago(30), ago(15))
                .changed(ago(20), "a", UNKNOWN, UNHEALTHY)
                .ran(ago(14), NOW)
                .rolledUp("a", hour(ago(20)))
                .rolledUp("a", hour(ago(16)));

        var history = history(Optional.empty());

        assertEquals(
                Optional.of(new End(hour(ago(16)).start().plus(Duration.ofHours(1)), Ending.REMOVED)),
                history.incidents().getFirst().end());
        assertEquals(Optional.empty(), uptime(history, Period.WEEK).percent());
        assertEquals(percent("0.000"), uptime(history, Period.WEEK).observedPercent());
    }

    @Test
    void whileMinutesAreKeptThatIsRightToTheMinute() {
        var died = NOW.minus(Duration.ofMinutes(20));
        past.ran(ago(1), NOW.minus(Duration.ofMinutes(9)))
                .changed(died, "a", UNKNOWN, UNHEALTHY)
                .ran(NOW.minus(Duration.ofMinutes(5)), NOW)
                .rolledUp("a", hour(died))
                .rolledUp("a", Histories.minute(NOW.minus(Duration.ofMinutes(10)), 10, 10, 0));

        assertEquals(
                Optional.of(new End(NOW.minus(Duration.ofMinutes(9)), Ending.REMOVED)),
                history(Optional.empty()).incidents().getFirst().end());
    }

    @Test
    void whatWasNeverKnownHasNoHistory() {
        past.ran(ago(30), NOW).changed(ago(20), "a", UNKNOWN, HEALTHY);
        var historian = new Historian(past, NOW);

        assertEquals(Optional.empty(), historian.of("b", Optional.empty(), Period.DAY.until(NOW)));
        assertTrue(
                historian.of("b", Optional.of(UNKNOWN), Period.DAY.until(NOW)).isPresent());
    }

    @Test
    void oneThatWasDisabledIsUnknownFromThereOn() {
        past.ran(ago(30), NOW)
                .changed(ago(20), "a", UNKNOWN, HEALTHY)
                .happened(ago(5), new Happening.ConfigChanged(List.of(), List.of(), List.of("a"), List.of(), 0));

        var week = uptime(history(Optional.of(UNKNOWN)), Period.WEEK);

        assertEquals(Duration.ofDays(2), week.time(Condition.HEALTHY));
        assertEquals(Duration.ofDays(5), week.time(Condition.UNKNOWN));
    }

    @Test
    void aRangeOfLongAgoHasItsOwnUptimeAndIncidents() {
        past.ran(ago(300), NOW)
                .changed(ago(299), "a", UNKNOWN, HEALTHY)
                .changed(ago(200), "a", HEALTHY, UNHEALTHY)
                .changed(ago(199), "a", UNHEALTHY, HEALTHY);

        var history = new Historian(past, NOW)
                .of("a", Optional.of(HEALTHY), new Span(ago(201), ago(197)))
                .orElseThrow();

        assertEquals(percent("75.000"), history.inRange().percent());
        assertEquals(1, history.count());
        assertEquals(percent("100.000"), uptime(history, Period.MONTH).percent());
    }

    @Test
    void oneThatChangesAllTheTimeIsReadPieceByPiece() {
        past.ran(ago(30), NOW).changed(ago(29), "a", UNKNOWN, HEALTHY);
        var at = ago(28);
        for (int i = 0; i < 3000; i++) {
            past.changed(at, "a", HEALTHY, UNHEALTHY);
            past.changed(at.plusSeconds(60), "a", UNHEALTHY, HEALTHY);
            at = at.plusSeconds(600);
        }

        var history = history(Optional.of(HEALTHY));

        assertEquals(3000, history.count());
        assertEquals(Duration.ofMinutes(3000), uptime(history, Period.MONTH).time(Condition.UNHEALTHY));
    }

    @Test
    void whatATooFastClockNotedIsNotToldBeforeItsTime() {
        past.ran(ago(10), NOW)
                .changed(ago(5), "a", UNKNOWN, HEALTHY)
                .changed(NOW.plusSeconds(3600), "a", HEALTHY, UNHEALTHY);

        var history = history(Optional.of(UNHEALTHY));

        assertEquals(0, history.count());
        assertEquals(percent("100.000"), uptime(history, Period.WEEK).percent());
    }

    private BackendHistory history(Optional<BackendStatus> status) {
        return new Historian(past, NOW).of("a", status, Period.MONTH.until(NOW)).orElseThrow();
    }

    private static Uptime uptime(BackendHistory history, Period period) {
        return history.uptimes().get(period);
    }

    private static Optional<BigDecimal> percent(String percent) {
        return Optional.of(new BigDecimal(percent));
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static Rollup hour(Instant moment) {
        return Histories.hour(moment, 10, 10, 0);
    }
}
