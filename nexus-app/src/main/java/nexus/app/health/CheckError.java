package nexus.app.health;

import java.util.Objects;

/// Why a check failed. Each knows its cause in words and what to do about it; nothing compares its texts.
public sealed interface CheckError {

    /// The true cause in one line, without secrets and control characters.
    String cause();

    /// What the reader can do about it, one line.
    String fix();

    /// The short form of the log: `Timeout(5)`, `DnsError`.
    String text();

    /// The same error with other words for cause and fix, once more is known.
    CheckError reworded(String cause, String fix);

    /// The bare name of the kind: `Timeout`.
    default String kind() {
        return getClass().getSimpleName();
    }

    /// The deadline over the whole exchange passed.
    ///
    /// @param seconds the deadline as configured: 5 or 2.5
    record Timeout(double seconds, String cause, String fix) implements CheckError {
        public Timeout {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(fix, "fix");
        }

        @Override
        public String text() {
            return "Timeout(" + (seconds == Math.rint(seconds) ? Long.toString((long) seconds) : seconds) + ")";
        }

        @Override
        public CheckError reworded(String cause, String fix) {
            return new Timeout(seconds, cause, fix);
        }
    }

    /// No connection, or it ended before a whole answer.
    record ConnectionFailed(String cause, String fix) implements CheckError {
        public ConnectionFailed {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(fix, "fix");
        }

        @Override
        public String text() {
            return kind();
        }

        @Override
        public CheckError reworded(String cause, String fix) {
            return new ConnectionFailed(cause, fix);
        }
    }

    /// The host name has no address.
    record DnsError(String cause, String fix) implements CheckError {
        public DnsError {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(fix, "fix");
        }

        @Override
        public String text() {
            return kind();
        }

        @Override
        public CheckError reworded(String cause, String fix) {
            return new DnsError(cause, fix);
        }
    }

    /// The TLS handshake failed.
    record TlsError(String cause, String fix) implements CheckError {
        public TlsError {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(fix, "fix");
        }

        @Override
        public String text() {
            return kind();
        }

        @Override
        public CheckError reworded(String cause, String fix) {
            return new TlsError(cause, fix);
        }
    }

    /// A whole answer whose status is outside 2xx.
    ///
    /// @param code    the status
    /// @param loading whether the server says that it is still loading a model
    record HttpError(int code, boolean loading, String cause, String fix) implements CheckError {
        public HttpError {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(fix, "fix");
        }

        @Override
        public String text() {
            return "HttpError(" + code + ")";
        }

        @Override
        public CheckError reworded(String cause, String fix) {
            return new HttpError(code, loading, cause, fix);
        }
    }

    /// An answer that is not HTTP, over the cap, not readable, or that says "not ready".
    record ParseError(String cause, String fix) implements CheckError {
        public ParseError {
            Objects.requireNonNull(cause, "cause");
            Objects.requireNonNull(fix, "fix");
        }

        @Override
        public String text() {
            return "ParseError(" + cause + ")";
        }

        @Override
        public CheckError reworded(String cause, String fix) {
            return new ParseError(cause, fix);
        }
    }
}
