package nexus.app.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Closes sockets whose deadline has passed, which ends whatever their thread waits for; looks every 20 ms.
///
/// So a read needs no timer of its own. A timed wait of a virtual thread wakes a thread of the JVM's that keeps
/// timers, twice a check: four switches between threads, a tenth of all that a check costs. Any thread may call.
final class Curfew {

    /// The only one: a thread for each would be a waste.
    static final Curfew COMMON = new Curfew();

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(20);

    /// After so many sweeps without a socket it sleeps until one comes. Not sooner: to be woken takes a check more than
    /// the sweeps do that find nothing, where checks come in batches.
    private static final int PATIENCE = 50;

    private final ConcurrentLinkedQueue<DeadlineSocket> arrived = new ConcurrentLinkedQueue<>();
    private final List<DeadlineSocket> out = new ArrayList<>();
    private final Thread thread =
            Thread.ofPlatform().daemon().name("nexus-curfew").unstarted(this::run);
    private int sweepsForNothing;
    private volatile boolean idle;

    private Curfew() {
        thread.start();
    }

    /// Watches it until it is closed. The deadline may be changed meanwhile.
    void watch(DeadlineSocket socket) {
        arrived.add(socket);
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    private void run() {
        while (true) {
            try {
                sweep();
            } catch (RuntimeException | Error e) {
                // Out of memory, say. Without this thread no deadline would hold any more: it tries again.
            }
            sweepsForNothing = out.isEmpty() ? sweepsForNothing + 1 : 0;
            idle = sweepsForNothing > PATIENCE;
            if (idle && arrived.isEmpty()) {
                LockSupport.park();
            } else {
                LockSupport.parkNanos(STEP);
            }
            idle = false;
        }
    }

    private void sweep() {
        for (var socket = arrived.peek(); socket != null; socket = arrived.peek()) {
            out.add(socket);
            arrived.remove();
        }
        out.removeIf(Curfew::isOver);
    }

    private static boolean isOver(DeadlineSocket socket) {
        if (!socket.isClosed() && socket.isLate()) {
            socket.closeLate();
        }
        return socket.isClosed();
    }
}
