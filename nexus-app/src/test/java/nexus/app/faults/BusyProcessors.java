package nexus.app.faults;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/// Threads that keep all other virtual threads of this process from running.
final class BusyProcessors {

    private final CountDownLatch running;
    private volatile boolean over;

    private BusyProcessors(int carriers) {
        running = new CountDownLatch(carriers);
        for (int i = 0; i < carriers; i++) {
            Thread.ofVirtual().start(this::spin);
        }
    }

    /// What is done meanwhile; on a platform thread, since no virtual one would get its turn.
    interface Deed {
        void run() throws IOException;
    }

    /// Returns when the deed is done and others can run again.
    static void during(Deed deed) throws InterruptedException {
        Thread.ofPlatform().start(() -> keepBusy(deed)).join();
    }

    private static void keepBusy(Deed deed) {
        var busy = new BusyProcessors(Runtime.getRuntime().availableProcessors());
        try {
            busy.running.await();
            deed.run();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        } finally {
            busy.over = true;
        }
    }

    private void spin() {
        running.countDown();
        while (!over) {
            Thread.onSpinWait();
        }
    }
}
