package nexus.app.exchange;

/// A growing array of one exchange. Not for use by two threads at once.
final class Space implements AutoCloseable {

    private static final int FOURFOLD_BELOW = 64 << 10;

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
    /// @param most never more than this, in bytes; above the present size
    /// @return false if the common budget is used up; nothing has changed then
    boolean grow(int kept, long most) {
        long next = bytes.length < FOURFOLD_BELOW ? 4L * bytes.length : 2L * bytes.length;
        int size = (int) Math.min(next, Math.min(most, Integer.MAX_VALUE - 8));
        if (!buffers.borrow(size, borrowed)) {
            return false;
        }
        byte[] larger = buffers.take(size);
        System.arraycopy(bytes, 0, larger, 0, kept);
        buffers.put(bytes);
        buffers.giveBack(borrowed);
        bytes = larger;
        borrowed = size;
        return true;
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
