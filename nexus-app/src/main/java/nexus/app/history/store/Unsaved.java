package nexus.app.history.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Minutes that wait to be written, an hour of them at most; then the oldest go. Thread-safe.
final class Unsaved {

    /// 10 000 backends at 5 s take some 6 MB of heap then.
    static final int MOST = 60;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Minute> minutes = new ArrayDeque<>();
    private long dropped;
    private boolean ending;

    void add(Minute minute) {
        lock.lock();
        try {
            minutes.add(minute);
            if (minutes.size() > MOST) {
                minutes.remove();
                dropped++;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// No more will come.
    void end() {
        lock.lock();
        try {
            ending = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isEnding() {
        lock.lock();
        try {
            return ending;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the oldest minute.
    ///
    /// @return empty if no more will come and all are written
    Optional<Minute> oldest() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (minutes.isEmpty() && !ending) {
                changed.await();
            }
            return Optional.ofNullable(minutes.peek());
        } finally {
            lock.unlock();
        }
    }

    /// Waits so long, or until no more will come.
    void rest(Duration time) throws InterruptedException {
        long left = time.toNanos();
        lock.lockInterruptibly();
        try {
            while (left > 0 && !ending) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// It is written. It may have been dropped meanwhile, which is no loss then.
    void written(Minute minute) {
        lock.lock();
        try {
            if (!minutes.remove(minute)) {
                dropped--;
            }
        } finally {
            lock.unlock();
        }
    }

    /// How many minutes were dropped since the last call.
    long dropped() {
        lock.lock();
        try {
            long count = dropped;
            dropped = 0;
            return count;
        } finally {
            lock.unlock();
        }
    }
}
