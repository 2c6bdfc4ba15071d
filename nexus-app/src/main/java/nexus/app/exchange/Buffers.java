package nexus.app.exchange;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/// The memory that answers are read into, for all lines.
///
/// Each exchange has [#OWN] bytes of its own; while many are under way, [#WAITING] until something has come: thousands
/// that hang cost little. What it needs beyond comes from one bounded budget. One exchange that holds much ([#MUCH])
/// cannot take
/// the last quarter of the budget: floods leave something for ordinary lists.
/// Arrays are used again, a bounded number of them. Any thread may call.
public final class Buffers {

    /// What every exchange has without asking, in bytes.
    static final int OWN = 4 << 10;

    /// What an exchange has while it waits for the first bytes.
    static final int WAITING = 64;

    private static final int MUCH = 64 << 10;

    /// The largest array that is kept for another exchange: room for `max_body_bytes` by default and its head.
    static final int POOLED_LARGEST = 4 << 20;

    /// So many may have their own bytes at once and hold little together.
    private static final int FEW = 1000;

    private final long budget;
    private final long poolLimit;
    private final Map<Integer, ArrayDeque<byte[]>> pool = new HashMap<>();
    private final IntFunction<byte[]> heap;
    private long lent;
    /// Written under the lock.
    private volatile int open;
    private long pooled;

    /// @param budgetBytes how much all exchanges may hold beyond their own, at least 1 MiB is sensible
    public Buffers(long budgetBytes) {
        this(budgetBytes, byte[]::new);
    }

    /// @param heap makes arrays of a size
    Buffers(long budgetBytes, IntFunction<byte[]> heap) {
        this.heap = heap;
        budget = budgetBytes;
        poolLimit = Math.max(1 << 20, budgetBytes / 8 * 3);
    }

    /// How much of the budget is out, in bytes; 0 when no exchange is running.
    public synchronized long lent() {
        return lent;
    }

    /// How many spaces are open; 0 when no exchange is running.
    synchronized int spaces() {
        return open;
    }

    /// Whether so few exchanges are under way that each may have its own bytes before anything has come.
    boolean hasFew() {
        return open < FEW;
    }

    /// A space for one exchange; to be closed.
    Space open() {
        return opened(take(OWN));
    }

    /// The same for one that has to wait; its first growth is to [#OWN], and free.
    Space openWaiting() {
        return opened(new byte[WAITING]);
    }

    private Space opened(byte[] own) {
        synchronized (this) {
            open++;
        }
        return new Space(this, own);
    }

    /// Takes so much out of the budget for one that holds that much already; false if there is not enough.
    synchronized boolean borrow(long more, long held) {
        long limit = held + more > MUCH ? budget - budget / 4 : budget;
        if (lent + more > limit) {
            return false;
        }
        lent += more;
        return true;
    }

    synchronized void giveBack(long bytes) {
        lent -= bytes;
    }

    /// A space is closed, and was the owner of this array and of so much of the budget.
    synchronized void closed(byte[] bytes, long borrowed) {
        open--;
        lent -= borrowed;
        put(bytes);
    }

    byte[] take(int size) {
        if (isPooled(size)) {
            synchronized (this) {
                var same = pool.get(size);
                if (same != null && !same.isEmpty()) {
                    pooled -= size;
                    return same.removeLast();
                }
            }
        }
        return heap.apply(size);
    }

    /// Of each size some are kept: a thousand small ones that come back at once leave room for large ones.
    synchronized void put(byte[] bytes) {
        if (!isPooled(bytes.length) || pooled + bytes.length > poolLimit) {
            return;
        }
        var same = pool.computeIfAbsent(bytes.length, _ -> new ArrayDeque<>());
        if (same.size() < 2 || (same.size() + 1L) * bytes.length <= poolLimit / 8) {
            pooled += bytes.length;
            same.addLast(bytes);
        }
    }

    private static boolean isPooled(int size) {
        return size % OWN == 0 && size <= POOLED_LARGEST;
    }
}
