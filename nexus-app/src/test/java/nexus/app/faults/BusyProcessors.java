package nexus.app.faults;

import java.util.concurrent.CountDownLatch;

/// Keeps all virtual threads of this process from running, but its own, until it is closed.
final class BusyProcessors implements AutoCloseable {

    private volatile boolean over;

    /// Returns once no other virtual thread can run.
    BusyProcessors() throws InterruptedException {
        int carriers = Runtime.getRuntime().availableProcessors();
        var running = new CountDownLatch(carriers);
        for (int i = 0; i < carriers; i++) {
            Thread.ofVirtual().start(() -> {
                running.countDown();
                while (!over) {
                    Thread.onSpinWait();
                }
            });
        }
        running.await();
    }

    @Override
    public void close() {
        over = true;
    }
}
