package nexus.app.history.store;

import java.util.Arrays;

/// Bytes that are written one after another; grows as it needs. Numbers take seven bits a byte, so that small ones
/// take one. For one thread.
final class Bytes {

    private static final int FIRST = 64;

    private byte[] bytes = new byte[FIRST];
    private int size;

    void octet(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
    }

    /// @param value not negative
    void number(int value) {
        int rest = value;
        while (rest > 0x7f) {
            octet(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        octet(rest);
    }

    int size() {
        return size;
    }

    /// The first so many of them; a copy.
    byte[] first(int count) {
        return Arrays.copyOf(bytes, count);
    }

    /// All of them; a copy.
    byte[] all() {
        return first(size);
    }

    /// Reads what was written; for one thread.
    static final class Reader {

        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean isAtEnd() {
            return at == bytes.length;
        }

        /// @throws DamagedException at the end
        int octet() {
            if (isAtEnd()) {
                throw new DamagedException();
            }
            return bytes[at++] & 0xff;
        }

        /// @throws DamagedException if there is none
        int number() {
            int value = 0;
            for (int shift = 0; shift < Integer.SIZE; shift += 7) {
                int next = octet();
                value |= (next & 0x7f) << shift;
                if (next <= 0x7f) {
                    return value;
                }
            }
            throw new DamagedException();
        }
    }

    /// What is stored is not what was written.
    static final class DamagedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
