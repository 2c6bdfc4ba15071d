package nexus.app.exchange;

import java.util.zip.DataFormatException;

/// Unpacks a gzip body that nobody asked for: some servers and proxies send it all the same. The cap holds for what
/// comes out, and memory comes from the common budget, so that a small bomb stays small.
sealed interface Gunzip {

    /// @param space  to be closed by the reader
    /// @param length of the body, from the front of the space
    record Unpacked(Space space, int length) implements Gunzip {}

    /// More came out than allowed.
    record TooLarge() implements Gunzip {}

    /// Not gzip, cut off, or damaged.
    record Damaged() implements Gunzip {}

    /// The common budget is used up.
    record NoRoom() implements Gunzip {}

    static Gunzip unpack(Buffers buffers, byte[] bytes, int from, int length, int max) {
        Space space = buffers.open();
        Gunzip result = new Damaged();
        try (var members = new GzipMembers(bytes, from, length)) {
            result = read(members, space, max);
        } catch (DataFormatException e) {
            result = new Damaged();
        } finally {
            if (!(result instanceof Unpacked)) {
                space.close();
            }
        }
        return result;
    }

    private static Gunzip read(GzipMembers members, Space space, int max) throws DataFormatException {
        int length = 0;
        while (true) {
            if (length == space.size() && !space.grow(length, max + 1L)) {
                return new NoRoom();
            }
            int n = members.read(space.bytes(), length, space.size() - length);
            if (n < 0) {
                return new Unpacked(space, length);
            }
            length += n;
            if (length > max) {
                return new TooLarge();
            }
        }
    }
}
