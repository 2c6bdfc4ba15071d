package nexus.app.exchange;

/// A growing array of one exchange. Not for use by two threads at once.
final class Space implements AutoCloseable {

    private static final int FOURFOLD_BELOW = 64 << 10;

    /// From here on an array is at once as large as it may become, in multiples of [#GRAIN]: floods, whose heads
    /// differ by some bytes, so use the same arrays again, and nothing of 2 MiB is copied for 80 bytes more.
    private static final int LARGE = 1 << 20;

    private static final int GRAIN = 64 << 10;

    private final Buffers buffers;
    private byte[] bytes;
    private long borrowed;

    Space(Buffers buffers, byte[] own) {
        this.buffers = buffers;
        this.bytes = own;
    }

    /// The array as it is now; another one after [#grow].
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return bytes.length;
    }

    /// Grows step by step with what has really arrived, for a claimed length costs a liar nothing.
    ///
    /// @param kept how many bytes from the front are to be kept
    /// @param most more is never needed, in bytes; above the present size
    /// @return false if the common budget is used up; nothing has changed then
    boolean grow(int kept, long most) {
        if (bytes.length < Buffers.OWN) {
            bytes = moved(buffers.take(Buffers.OWN), kept);
            return true;
        }
        int size = (int) Math.min(next(most), Integer.MAX_VALUE - 8);
        if (!buffers.borrow(size, borrowed)) {
            return false;
        }
        byte[] larger = moved(taken(size), kept);
        buffers.put(bytes);
        buffers.giveBack(borrowed);
        bytes = larger;
        borrowed = size;
        return true;
    }

    private byte[] moved(byte[] larger, int kept) {
        System.arraycopy(bytes, 0, larger, 0, kept);
        return larger;
    }

    private long next(long most) {
        if (bytes.length >= LARGE && most <= Buffers.POOLED_LARGEST) {
            return (most + GRAIN - 1) / GRAIN * GRAIN;
        }
        return Math.min(most, bytes.length < FOURFOLD_BELOW ? 4L * bytes.length : 2L * bytes.length);
    }

    /// What was borrowed for an array that the heap has no room for is given back.
    private byte[] taken(int size) {
        try {
            return buffers.take(size);
        } catch (OutOfMemoryError e) {
            buffers.giveBack(size);
            throw e;
        }
    }

    /// Gives everything back; the second call does nothing.
    @Override
    public void close() {
        if (bytes.length > 0) {
            buffers.closed(bytes, borrowed);
            bytes = new byte[0];
            borrowed = 0;
        }
    }
}
