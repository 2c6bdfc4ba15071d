package nexus.app.exchange;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Reads a gzip body (RFC 1952) member after member, in a loop: the JDK's own stream calls itself for each member
/// that is empty, and a body of thousands of those ends in a stack overflow.
final class GzipMembers implements AutoCloseable {

    private static final short MAGIC = (short) 0x8b1f;
    private static final int DEFLATE = 8;
    /// The time, the kind of compression and the system that packed it.
    private static final int UNUSED = 6;

    /// Not compared: the sum of what was packed guards all that is used.
    private static final int HEADER_SUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int TRAILER = 8;

    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final ByteBuffer packed;
    private boolean inside;
    private boolean begun;

    GzipMembers(byte[] bytes, int from, int length) {
        packed = ByteBuffer.wrap(bytes, from, length).order(ByteOrder.LITTLE_ENDIAN);
        inflater.setInput(packed);
    }

    /// Unpacks some more.
    ///
    /// @param room at least 1
    /// @return how many bytes came; negative after the last member
    /// @throws DataFormatException if it is not gzip, cut off, or damaged
    int read(byte[] into, int offset, int room) throws DataFormatException {
        while (inside || begins()) {
            int n = inflater.inflate(into, offset, room);
            sum.update(into, offset, n);
            if (inflater.finished()) {
                end();
            } else if (n == 0) {
                throw new DataFormatException("cut off");
            }
            if (n > 0) {
                return n;
            }
        }
        return -1;
    }

    /// Padding behind a member is no harm, as for gzip itself.
    private boolean begins() throws DataFormatException {
        inside = packed.hasRemaining() && header();
        if (!inside && !begun) {
            throw new DataFormatException("not gzip");
        }
        begun = true;
        return inside;
    }

    private boolean header() {
        try {
            boolean gzip = packed.getShort() == MAGIC && packed.get() == DEFLATE;
            int flags = packed.get();
            skip(UNUSED);
            if ((flags & EXTRA) != 0) {
                skip(packed.getShort() & 0xffff);
            }
            skipText(flags & NAME);
            skipText(flags & COMMENT);
            skip((flags & HEADER_SUM) == 0 ? 0 : Short.BYTES);
            return gzip;
        } catch (BufferUnderflowException e) {
            return false;
        }
    }

    private void skip(int bytes) {
        if (bytes > packed.remaining()) {
            throw new BufferUnderflowException();
        }
        packed.position(packed.position() + bytes);
    }

    private void skipText(int flag) {
        while (flag != 0 && packed.get() != 0) {
            // It ends with a zero.
        }
    }

    private void end() throws DataFormatException {
        boolean whole = packed.remaining() >= TRAILER
                && packed.getInt() == (int) sum.getValue()
                && packed.getInt() == (int) inflater.getBytesWritten();
        if (!whole) {
            throw new DataFormatException("a member whose sum or length is wrong");
        }
        inside = false;
        sum.reset();
        inflater.reset();
        inflater.setInput(packed);
    }

    /// Its memory lies outside of the heap.
    @Override
    public void close() {
        inflater.end();
    }
}
