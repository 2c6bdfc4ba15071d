package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WrongTokensTest {

    private long now;
    private final WrongTokens wrong = new WrongTokens(() -> now);

    @Test
    void tenWrongOnesInAMinuteShutAPeerOutForItsRest() {
        note("10.0.0.1", 9);
        assertEquals(0, wrong.secondsShut(peer("10.0.0.1")));

        now += TimeUnit.SECONDS.toNanos(20);
        note("10.0.0.1", 1);

        assertEquals(41, wrong.secondsShut(peer("10.0.0.1")));
        assertEquals(0, wrong.secondsShut(peer("10.0.0.2")));
        now += TimeUnit.SECONDS.toNanos(40);
        assertEquals(0, wrong.secondsShut(peer("10.0.0.1")));
    }

    @Test
    void aNewMinuteCountsFromNothing() {
        note("10.0.0.1", 9);
        now += TimeUnit.MINUTES.toNanos(1);
        note("10.0.0.1", 9);

        assertEquals(0, wrong.secondsShut(peer("10.0.0.1")));
    }

    @Test
    void addressesOfOneIpv6NetworkAreOnePeer() {
        for (int i = 0; i < 10; i++) {
            note("2001:db8::" + i, 1);
        }

        assertEquals(61, wrong.secondsShut(peer("2001:db8::ffff")));
        assertEquals(0, wrong.secondsShut(peer("2001:db8:1::1")));
    }

    @Test
    void onlyTheLastThousandPeersAreRemembered() {
        note("10.0.0.1", 10);
        for (int i = 0; i < 1023; i++) {
            note("10.1." + i / 250 + "." + i % 250, 10);
        }
        assertEquals(61, wrong.secondsShut(peer("10.0.0.1")));

        note("10.9.9.9", 10);

        assertEquals(0, wrong.secondsShut(peer("10.0.0.1")));
        assertEquals(61, wrong.secondsShut(peer("10.9.9.9")));
    }

    private void note(String peer, int times) {
        for (int i = 0; i < times; i++) {
            wrong.note(peer(peer));
        }
    }

    private static InetAddress peer(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
