package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What the system throws for a call, and what it means.
class MissTest {

    private static final Duration AT_ONCE = Duration.ofMillis(2);
    private static final Duration LATE = Duration.ofSeconds(3);

    static Stream<Arguments> calls() {
        return Stream.of(
                Arguments.of(new ConnectException("Connection refused"), AT_ONCE, true, Miss.REFUSED),
                // The system gave up by itself: net.ipv4.tcp_syn_retries can be as low as 1.
                Arguments.of(new ConnectException("Connection timed out"), LATE, true, Miss.GIVEN_UP),
                Arguments.of(new SocketTimeoutException("Connect timed out"), LATE, true, Miss.SILENT),
                Arguments.of(new BindException("Cannot assign requested address"), AT_ONCE, true, Miss.NO_LOCAL_PORT),
                Arguments.of(new BindException("Cannot assign requested address"), AT_ONCE, false, Miss.UNREACHABLE),
                Arguments.of(new NoRouteToHostException("No route to host"), AT_ONCE, true, Miss.UNREACHABLE),
                Arguments.of(new SocketException("Connection reset"), AT_ONCE, true, Miss.RESET),
                Arguments.of(new SocketException("Network is unreachable"), AT_ONCE, false, Miss.UNREACHABLE));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void isKnownByItsTypeItsTimeAndTheRoute(IOException thrown, Duration took, boolean routed, Miss expected) {
        assertEquals(expected, Miss.of(thrown, took, () -> routed));
    }
}
