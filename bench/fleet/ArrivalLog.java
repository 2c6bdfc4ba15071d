package fleet;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// When each connection was accepted. Not thread-safe: the fleet's one thread owns it.
///
/// The file is pairs of an `int` (number of the stand-in) and a `long` (`System.nanoTime()`, which on Linux is one
/// clock for all processes), big-endian.
final class ArrivalLog {
    private static final int LIMIT = 8_000_000;

    private int[] indices = new int[1 << 16];
    private long[] times = new long[1 << 16];
    private int size;
    private long total;

    void add(int index, long nanoTime) {
        total++;
        if (size == LIMIT) {
            return;
        }
        if (size == indices.length) {
            indices = Arrays.copyOf(indices, size * 2);
            times = Arrays.copyOf(times, size * 2);
        }
        indices[size] = index;
        times[size++] = nanoTime;
    }

    /// All connections since the start, whether they are still in the log or not.
    long total() {
        return total;
    }

    /// Writes what is there and forgets it.
    int writeTo(Path file) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            for (int i = 0; i < size; i++) {
                out.writeInt(indices[i]);
                out.writeLong(times[i]);
            }
        }
        int written = size;
        size = 0;
        return written;
    }
}
