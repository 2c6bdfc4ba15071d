package nexus.app.api;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Bounds what large answers hold of the heap while slow readers take them. Thread-safe.
///
/// A list of ten thousand backends is megabytes: a few hundred clients that ask for it and never read would
/// leave no memory for checks. Who does read makes room within milliseconds, so it is worth waiting for.
final class AnswerMemory {

    /// Answers up to this size count nothing: all connections together can't hold much of them.
    static final int SMALL_BYTES = 16 << 10;

    private final int bytes;
    private final Semaphore room;

    /// @param bytes for all large answers on their way together
    AnswerMemory(int bytes) {
        this.bytes = bytes;
        // Fair: a large answer must not wait for ever behind smaller ones.
        this.room = new Semaphore(bytes, true);
    }

    /// An eighth of the heap.
    static AnswerMemory ofHeap() {
        return new AnswerMemory(
                (int) Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 8));
    }

    /// Takes what an answer needs as soon as it is there. One alone always gets it, however large it is.
    ///
    /// @return false if it was not there in time, or the thread was interrupted
    boolean take(int size, Duration patience) {
        try {
            return counted(size) == 0 || room.tryAcquire(counted(size), patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Gives it back, once the answer is out or its reader is gone.
    void give(int size) {
        room.release(counted(size));
    }

    private int counted(int size) {
        return size <= SMALL_BYTES ? 0 : Math.min(size, bytes);
    }
}
