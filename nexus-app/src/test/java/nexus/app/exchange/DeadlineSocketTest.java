package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DeadlineSocketTest {

    @ParameterizedTest
    @CsvSource({"99, false", "100, true"})
    void whoReadsTheFirstByteLongAfterTheDeadlineWasKeptFromReading(long late, boolean starved) throws Exception {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                var socket = new DeadlineSocket(Deadline.after(Duration.ofSeconds(1), lateAfterTheFirstLook(late)))) {
            socket.connect(server.getLocalSocketAddress());
            try (var peer = server.accept()) {
                peer.getOutputStream().write('x');

                assertEquals('x', socket.getInputStream().read());

                assertEquals(starved, socket.isStarved());
            }
        }
    }

    /// The reader finds the deadline ahead before it reads, and passed by so many milliseconds after it.
    private static LongSupplier lateAfterTheFirstLook(long late) {
        var reader = Thread.currentThread();
        var looks = new AtomicInteger();
        long then = Duration.ofSeconds(1).plusMillis(late).toNanos();
        return () -> Thread.currentThread() == reader && looks.incrementAndGet() > 2 ? then : 0;
    }
}
