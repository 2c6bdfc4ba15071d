package nexus.app.exchange;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import nexus.app.exchange.Break.Kind;

/// Why one address did not take a call. What says most comes first.
enum Miss {
    /// All ports of this machine for calls to that address are in use, or it forbids the call: whether anybody would
    /// have answered is not known.
    NO_LOCAL_PORT(Kind.OUT_OF_PORTS, "cannot be called from here", ""),
    REFUSED(Kind.REFUSED, "refuses", ""),
    /// Some filters of this machine end a call with an error that Java doesn't tell from a reset.
    RESET(
            Kind.RESET,
            "resets",
            "Check the backend's logs, and any proxy between; filters on this machine may do it too"),
    SILENT(Kind.TIMED_OUT, "does not answer", ""),
    /// This machine gave up before the deadline.
    GIVEN_UP(Kind.TIMED_OUT, "does not answer", "Check the host, and firewalls between: a longer timeout won't help"),
    UNREACHABLE(Kind.UNREACHABLE, "cannot be reached", "");

    /// Linux, however it is set, repeats a call after a second and waits two more; a refusal needs a way there and
    /// back.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Kind kind;
    private final String words;
    private final String advice;

    Miss(Kind kind, String words, String advice) {
        this.kind = kind;
        this.words = words;
        this.advice = advice;
    }

    /// What a call comes to if no other address says more.
    Kind kind() {
        return kind;
    }

    /// See [Break#advice].
    String advice() {
        return advice;
    }

    /// Goes into a sentence that begins with the address.
    String words() {
        return words;
    }

    /// By the type of what the system threw. One type stands for several troubles: the JDK throws a [ConnectException]
    /// for a refusal and for the system's own timeout, a [BindException] where no port is left and where no address
    /// of this machine fits, and what has no type of its own may be a reset or a missing network.
    ///
    /// @param took   how long the call took
    /// @param routed whether this machine has a way to that address
    static Miss of(IOException thrown, Duration took, BooleanSupplier routed) {
        return switch (thrown) {
            case SocketTimeoutException _ -> SILENT;
            case BindException _ -> routed.getAsBoolean() ? NO_LOCAL_PORT : UNREACHABLE;
            case ConnectException _ -> took.compareTo(PATIENCE) < 0 ? REFUSED : GIVEN_UP;
            case NoRouteToHostException _ -> UNREACHABLE;
            default -> routed.getAsBoolean() ? RESET : UNREACHABLE;
        };
    }
}
