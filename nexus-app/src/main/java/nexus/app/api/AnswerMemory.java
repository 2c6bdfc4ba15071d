package nexus.app.api;

import java.util.concurrent.atomic.AtomicLong;

/// Bounds what large answers hold of the heap while slow readers take them. Thread-safe.
///
/// A list of ten thousand backends is megabytes: a few hundred clients that ask for it and never read would
/// leave no memory for checks.
final class AnswerMemory {

    /// Answers up to this size count nothing: all connections together can't hold much of them.
    static final int SMALL_BYTES = 16 << 10;

    private final long bytes;
    private final AtomicLong used = new AtomicLong();

    /// @param bytes for all large answers on their way together
    AnswerMemory(long bytes) {
        this.bytes = bytes;
    }

    /// An eighth of the heap.
    static AnswerMemory ofHeap() {
        return new AnswerMemory(Runtime.getRuntime().maxMemory() / 8);
    }

    /// Takes what an answer needs, if it is there. One alone always gets it, however large it is.
    boolean take(int size) {
        long wanted = counted(size);
        while (true) {
            long now = used.get();
            if (now > 0 && wanted > 0 && now + wanted > bytes) {
                return false;
            }
            if (used.compareAndSet(now, now + wanted)) {
                return true;
            }
        }
    }

    /// Gives it back, once the answer is out or its reader is gone.
    void give(int size) {
        used.addAndGet(-counted(size));
    }

    private static long counted(int size) {
        return size <= SMALL_BYTES ? 0 : size;
    }
}
