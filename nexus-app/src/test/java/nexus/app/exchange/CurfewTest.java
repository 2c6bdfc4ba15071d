package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CurfewTest {

    @Test
    void deadlinesHoldAlsoAfterALookAtTheSocketsHasFailed() throws Exception {
        try (var server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            // given a look at the sockets that ends in the middle
            var failed = new CountDownLatch(1);
            var asked = new AtomicInteger();
            var faulty = Deadline.after(Duration.ofHours(1), () -> {
                if (asked.incrementAndGet() == 2) {
                    failed.countDown();
                    throw new OutOfMemoryError("tried");
                }
                return 0;
            });
            try (var first = connected(server, faulty);
                    var second = connected(server, Deadline.after(Duration.ofMillis(50)))) {
                first.getInputStream();
                failed.await();
                // when
                var in = second.getInputStream();
                // then
                assertThrows(IOException.class, in::read);
                assertTrue(second.isLate());
            }
        }
    }

    private static DeadlineSocket connected(ServerSocket server, Deadline deadline) throws IOException {
        var socket = new DeadlineSocket(deadline);
        socket.connect(server.getLocalSocketAddress());
        return socket;
    }
}
