package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunningTest {

    private final Running running = new Running();

    @Test
    void aCheckIsUnderWayFromItsStartToItsEnd() {
        running.started();
        running.begun();
        assertEquals(1, running.all());
        running.ended();
        assertEquals(0, running.all());
    }

    @Test
    void itWaitsUntilItsThreadGetsItsTurn() {
        running.started();
        running.started();
        assertEquals(2, running.waiting());
        assertEquals(0, running.everBegun());
        running.begun();
        assertEquals(1, running.waiting());
        assertEquals(1, running.everBegun());
    }

    @Test
    void oneThatCouldNotStartIsNone() {
        running.started();
        running.failed();
        assertEquals(0, running.all());
        assertEquals(0, running.waiting());
    }
}
