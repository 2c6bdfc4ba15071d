package nexus.app.history;

import static nexus.app.health.BackendStatus.DRAINING;
import static nexus.app.health.BackendStatus.HEALTHY;
import static nexus.app.health.BackendStatus.UNHEALTHY;
import static nexus.app.health.BackendStatus.UNKNOWN;
import static nexus.app.history.Times.m;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nexus.app.events.Cause;
import nexus.app.events.Happening;
import nexus.app.history.Incident.End;
import nexus.app.history.Incident.Ending;
import org.junit.jupiter.api.Test;

class IncidentsTest {

    private static final Instant NOW = m(600);

    private final KeptPast past = new KeptPast();

    @Test
    void anIncidentGoesFromTransitionToTransition() {
        past.ran(m(0), NOW)
                .changed(m(1), "a", UNKNOWN, HEALTHY)
                .changed(m(10), "a", HEALTHY, UNHEALTHY)
                .changed(m(15), "a", UNHEALTHY, HEALTHY);

        var incident = only();

        assertEquals(m(10), incident.start());
        assertFalse(incident.beganBefore());
        assertEquals(Optional.of(new End(m(15), Ending.RECOVERED)), incident.end());
        assertEquals(Optional.of(KeptPast.REFUSED), incident.firstCause());
        assertEquals(Duration.ofMinutes(5), incident.length());
        assertEquals(Duration.ofMinutes(5), incident.observed());
    }

    @Test
    void oneThatIsStillThereIsOpenAndLastsUntilNow() {
        past.ran(m(0), NOW).changed(m(590), "a", UNKNOWN, UNHEALTHY);

        var incident = only();

        assertEquals(Optional.empty(), incident.end());
        assertEquals(Duration.ofMinutes(10), incident.length());
    }

    @Test
    void firstAndLastCauseAreToldAndHowManyThereWere() {
        var refusedAgain = new Cause("ConnectionFailed", "ConnectionFailed", "connection reset", "look at its log");
        past.ran(m(0), NOW)
                .changed(m(10), "a", HEALTHY, UNHEALTHY)
                .happened(m(12), new Happening.CauseChanged("a", KeptPast.REFUSED, KeptPast.TIMEOUT))
                .happened(m(14), new Happening.CauseChanged("a", KeptPast.TIMEOUT, refusedAgain));

        var incident = only();

        assertEquals(Optional.of(KeptPast.REFUSED), incident.firstCause());
        assertEquals(Optional.of(refusedAgain), incident.lastCause());
        assertEquals(3, incident.causes());
    }

    @Test
    void aRestartOfNexusPartsNoIncident() {
        past.ran(m(0), m(100))
                .changed(m(10), "a", HEALTHY, UNHEALTHY)
                .ran(m(200), NOW)
                .resumed(m(201), "a", UNHEALTHY)
                .changed(m(210), "a", UNHEALTHY, HEALTHY);

        var incident = only();

        assertEquals(m(10), incident.start());
        assertEquals(Duration.ofMinutes(200), incident.length());
        assertEquals(Duration.ofMinutes(100), incident.observed());
        assertEquals(1, incident.causes());
    }

    @Test
    void whatIsHealthyAfterARestartEndsItThere() {
        past.ran(m(0), m(100))
                .changed(m(10), "a", HEALTHY, UNHEALTHY)
                .ran(m(200), NOW)
                .changed(m(201), "a", UNKNOWN, HEALTHY);

        assertEquals(Optional.of(new End(m(201), Ending.RECOVERED)), only().end());
        assertEquals(Duration.ofMinutes(91), only().observed());
    }

    @Test
    void drainingAndRemovalEndIncidentsAndAreSaidSo() {
        past.ran(m(0), NOW)
                .changed(m(10), "a", HEALTHY, UNHEALTHY)
                .changed(m(20), "a", UNHEALTHY, DRAINING)
                .changed(m(30), "a", DRAINING, UNKNOWN)
                .changed(m(40), "a", UNKNOWN, UNHEALTHY)
                .removed(m(50), "a");

        var both = found(new Span(m(0), NOW)).newest();

        assertEquals(Optional.of(new End(m(50), Ending.REMOVED)), both.get(0).end());
        assertEquals(Optional.of(new End(m(20), Ending.DRAINING)), both.get(1).end());
    }

    @Test
    void oneWhoseBeginningIsNoLongerKeptSaysSo() {
        past.ran(m(0), NOW).resumed(m(10), "a", UNHEALTHY);

        assertTrue(only().beganBefore());
    }

    @Test
    void onlyThoseOfTheRangeAreTold() {
        past.ran(m(0), NOW)
                .changed(m(10), "a", HEALTHY, UNHEALTHY)
                .changed(m(20), "a", UNHEALTHY, HEALTHY)
                .changed(m(100), "a", HEALTHY, UNHEALTHY)
                .changed(m(200), "a", UNHEALTHY, HEALTHY)
                .changed(m(300), "a", HEALTHY, UNHEALTHY);

        assertEquals(List.of(m(100)), starts(new Span(m(150), m(160))));
        assertEquals(List.of(m(300), m(100)), starts(new Span(m(20), NOW)));
        assertEquals(List.of(m(10)), starts(new Span(m(0), m(100))));
    }

    @Test
    void ofManyTheNewestAreTold() {
        past.ran(m(0), NOW);
        for (int i = 0; i < Incidents.MOST + 50; i++) {
            past.changed(m(2 * i), "a", HEALTHY, UNHEALTHY).changed(m(2 * i + 1), "a", UNHEALTHY, HEALTHY);
        }

        var found = found(new Span(m(0), NOW));

        assertEquals(Incidents.MOST + 50, found.count());
        assertEquals(Incidents.MOST, found.newest().size());
        assertEquals(m(2 * (Incidents.MOST + 49)), found.newest().getFirst().start());
    }

    @Test
    void aRecoveryThatIsLostPartsTwoIncidentsAllTheSame() {
        past.ran(m(0), NOW).changed(m(10), "a", HEALTHY, UNHEALTHY).changed(m(100), "a", HEALTHY, UNHEALTHY);

        assertEquals(List.of(m(100), m(10)), starts(new Span(m(0), NOW)));
    }

    @Test
    void aClockThatWasSetBackMakesNoIncidentShorterThanNothing() {
        past.ran(m(0), NOW).changed(m(50), "a", HEALTHY, UNHEALTHY).changed(m(20), "a", UNHEALTHY, HEALTHY);

        assertEquals(Duration.ZERO, only().length());
        assertEquals(Optional.of(new End(m(50), Ending.RECOVERED)), only().end());
    }

    private Incident only() {
        var all = found(new Span(m(0), NOW)).newest();
        assertEquals(1, all.size(), all.toString());
        return all.getFirst();
    }

    private List<Instant> starts(Span range) {
        return found(range).newest().stream().map(Incident::start).toList();
    }

    private Incidents found(Span range) {
        var incidents = new Incidents("a", Observation.until(past, NOW), range);
        past.events().forEach(incidents::happened);
        incidents.end(NOW);
        return incidents;
    }
}
