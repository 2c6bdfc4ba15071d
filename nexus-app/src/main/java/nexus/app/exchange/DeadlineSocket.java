package nexus.app.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;

/// A socket that waits for nothing beyond one deadline, also when TLS reads and writes through it: once connected,
/// [Curfew] closes it when the deadline has passed.
///
/// It closes by reset: the exchange is over by then, and no port is kept waiting for late packets.
final class DeadlineSocket extends Socket {

    /// Enough to see what the other side speaks, and which version of TLS it chose.
    private static final int FIRST_BYTES = 16;

    /// Who reads so long after the deadline was kept from reading: an answer that was a little late is read at once.
    private static final Duration KEPT = Duration.ofMillis(100);

    private final byte[] first = new byte[FIRST_BYTES];
    private int seen;
    private volatile Deadline deadline;
    /// Whether nothing has been read since the deadline was set.
    private volatile boolean waiting = true;
    private volatile boolean starved;
    private InputStream in;

    /// Takes a file descriptor.
    ///
    /// @throws IOException if this machine has none left; nothing was sent to anybody
    DeadlineSocket(Deadline deadline) throws IOException {
        // Straight to the backend: the default asks a proxy selector for every connect.
        super(Proxy.NO_PROXY);
        this.deadline = deadline;
        // The first option makes the descriptor, apart from connecting: so its failure needs no message to be told.
        setSoLinger(true, 0);
    }

    /// From now on this deadline holds.
    void arm(Deadline deadline) {
        this.deadline = deadline;
        waiting = true;
        starved = false;
    }

    boolean isLate() {
        return deadline.passed();
    }

    /// Closes it since its deadline has passed.
    void closeLate() {
        noteStarved();
        Connection.close(this);
    }

    /// Whether bytes had come, but this process did not come to read the first of them before the deadline: for all
    /// that is known the other side was not late.
    boolean isStarved() {
        return starved;
    }

    private void noteStarved() {
        if (waiting && holdsBytes()) {
            starved = true;
        }
    }

    private boolean holdsBytes() {
        try {
            return super.getInputStream().available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /// The very first bytes that came from the other side, 16 at the most.
    byte[] firstBytes() {
        return Arrays.copyOf(first, seen);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        if (in == null) {
            in = new Timed(super.getInputStream());
            Curfew.COMMON.watch(this);
        }
        return in;
    }

    private final class Timed extends FilterInputStream {

        Timed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (isLate()) {
                noteStarved();
                throw new SocketTimeoutException();
            }
            int n = super.read(bytes, offset, length);
            if (waiting) {
                waiting = false;
                if (n > 0 && deadline.passedBy(KEPT)) {
                    starved = true;
                }
            }
            if (seen < FIRST_BYTES && n > 0) {
                int more = Math.min(n, FIRST_BYTES - seen);
                System.arraycopy(bytes, offset, first, seen, more);
                seen += more;
            }
            return n;
        }
    }
}
