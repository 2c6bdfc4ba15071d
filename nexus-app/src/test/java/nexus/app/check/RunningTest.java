package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunningTest {

    private final Running running = new Running();

    @Test
    void thoseUnderWayTakeAPlaceEach() {
        for (int i = 0; i < 3; i++) {
            running.started();
            running.begun();
        }
        assertEquals(7, running.places(10, 400));
        running.ended();
        assertEquals(8, running.places(10, 400));
    }

    @Test
    void thoseWhoseThreadHasNotGotItsTurnAreFew() {
        for (int i = 0; i < 5; i++) {
            running.started();
        }
        assertEquals(1, running.places(1000, 6));
        running.begun();
        assertEquals(2, running.places(1000, 6));
    }

    @Test
    void oneThatCouldNotStartIsNone() {
        running.started();
        running.failed();
        assertEquals(4, running.places(1000, 4));
        assertEquals(4, running.places(4, 1000));
    }
}
