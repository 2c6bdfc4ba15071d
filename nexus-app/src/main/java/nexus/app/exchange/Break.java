package nexus.app.exchange;

import java.util.Objects;
import nexus.app.health.Phase;

/// Why an exchange has no whole answer.
///
/// @param phase  where it stood
/// @param kind   what went wrong there
/// @param detail one sentence part in lower case for a person, printable, without secrets: `closed after 12 of
///               100 body bytes`; never compared
/// @param advice what to do about it, one sentence without a full stop; empty where the kind says enough
public record Break(Phase phase, Kind kind, String detail, String advice) {

    /// What can go wrong. The order has no meaning.
    public enum Kind {
        /// The deadline passed, in any phase; the detail says how far the exchange had come.
        TIMED_OUT,
        /// The name has no address, or nobody can be asked for it.
        NO_ADDRESS,
        /// Nothing listens at that port.
        REFUSED,
        /// No route, no such network, or a host that did not answer the connect.
        UNREACHABLE,
        /// The connection was cut by force before a whole answer.
        RESET,
        /// The server closed the connection before a whole answer.
        CLOSED_EARLY,
        /// What came is no HTTP/1 answer; the detail names it where it is known.
        NOT_HTTP,
        /// HTTP, but where the body ends or how it is coded is contradictory or broken.
        BAD_FRAMING,
        /// Status line and headers over the bound.
        HEAD_TOO_LARGE,
        /// A body over the cap of the question, also after decompression.
        BODY_TOO_LARGE,
        /// No trusted TLS connection; the detail says which certificate and why.
        TLS_FAILED,
        /// This process has no file descriptor left: no evidence against the backend.
        OUT_OF_DESCRIPTORS,
        /// This machine has no local port left to call from, or forbids the call: no evidence against the backend.
        OUT_OF_PORTS,
        /// No thread is left to look a name up: no evidence against the backend.
        OUT_OF_THREADS,
        /// The common buffers are used up: no evidence against the backend.
        OUT_OF_BUFFERS,
        /// The deadline passed before this process came to read what had come: no evidence against the backend.
        STARVED,
        /// The thread was interrupted: nobody wants to know any more.
        CANCELLED;

        /// Whether it is the observer's own trouble and says nothing about the backend.
        public boolean isOurs() {
            return switch (this) {
                case OUT_OF_DESCRIPTORS, OUT_OF_PORTS, OUT_OF_THREADS, OUT_OF_BUFFERS, STARVED, CANCELLED -> true;
                case TIMED_OUT,
                        NO_ADDRESS,
                        REFUSED,
                        UNREACHABLE,
                        RESET,
                        CLOSED_EARLY,
                        NOT_HTTP,
                        BAD_FRAMING,
                        HEAD_TOO_LARGE,
                        BODY_TOO_LARGE,
                        TLS_FAILED -> false;
            };
        }
    }

    public Break {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(advice, "advice");
    }

    Break(Phase phase, Kind kind, String detail) {
        this(phase, kind, detail, "");
    }
}
