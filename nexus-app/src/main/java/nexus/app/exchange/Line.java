package nexus.app.exchange;

import nexus.app.health.PhaseTimes;

/// Questions of one check to one backend. Used by one thread, best a virtual one; interrupting that thread ends
/// whatever it waits for at once ([Break.Kind#CANCELLED]).
public final class Line implements AutoCloseable {

    Line(Lines shared, Endpoint endpoint) {}

    /// Asks, and waits for the whole answer.
    ///
    /// The first question connects. A later one goes over the same connection if that is still open, else, also
    /// when it turns out that the server has closed it in between, over one fresh connection. Redirects are not
    /// followed. ///
    /// @param request      from [RequestBytes]
    /// @param maxBodyBytes the cap on the body, also after decompression
    /// @param deadline     covers lookup, connect, handshake and the last byte of the body
    /// @return never throws for what a server or the network does
    public Ending ask(byte[] request, int maxBodyBytes, Deadline deadline) {
        throw new UnsupportedOperationException();
    }

    /// Whether the last answer left the connection fit for another question: the server did not say that it
    /// closes, the end of the body was marked, and nothing came after it.
    public boolean reusable() {
        throw new UnsupportedOperationException();
    }

    /// How long the phases of the first question took, up to where it ended; later questions change nothing.
    public PhaseTimes phases() {
        return PhaseTimes.NONE;
    }

    /// Hangs up and gives the buffers back; the last answer's body is gone. The second call does nothing.
    @Override
    public void close() {}
}
