package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StreamPlacesTest {

    private static final PeerNetwork HERE = new PeerNetwork("loopback", true);
    private static final PeerNetwork ONE = new PeerNetwork("one", false);
    private static final PeerNetwork OTHER = new PeerNetwork("other", false);

    private final StreamPlaces places = new StreamPlaces(4, 2);

    @Test
    void onePeerCanTakeItsShareOnlyThisMachineAll() {
        assertTrue(places.take(ONE));
        assertTrue(places.take(ONE));
        assertFalse(places.take(ONE));
        assertTrue(places.take(OTHER));
        assertTrue(places.take(HERE));
        assertFalse(places.take(HERE));
    }

    @Test
    void aPlaceThatIsGivenBackCanBeTakenAgain() {
        for (int i = 0; i < 4; i++) {
            assertTrue(places.take(HERE));
        }
        assertFalse(places.take(ONE));

        places.give(HERE);

        assertTrue(places.take(ONE));
        assertFalse(places.take(HERE));
    }
}
