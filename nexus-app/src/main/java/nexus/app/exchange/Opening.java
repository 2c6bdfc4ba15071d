package nexus.app.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import nexus.app.exchange.Break.Kind;
import nexus.app.health.Phase;

/// The way to an open connection: lookup, connect, handshake.
final class Opening {

    private final Lines shared;
    private final Endpoint endpoint;
    private final Deadline deadline;
    private final PhaseClock clock;

    Opening(Lines shared, Endpoint endpoint, Deadline deadline, PhaseClock clock) {
        this.shared = shared;
        this.endpoint = endpoint;
        this.deadline = deadline;
        this.clock = clock;
    }

    /// What it came to.
    sealed interface Result {
        record Open(Connection connection) implements Result {}

        record Failed(Break why) implements Result {}
    }

    Result open() {
        if (endpoint.literal().isPresent()) {
            return connect(List.of(endpoint.literal().get()));
        }
        return switch (shared.names().find(endpoint.host(), deadline)) {
            case Names.Found.Addresses found -> connect(found.list());
            case Names.Found.Nothing nothing -> nothingFound();
            case Names.Found.Unable unable ->
                failed(Kind.OUT_OF_THREADS, "this machine gives no more threads for lookups");
            case Names.Found.Queued queued ->
                new Result.Failed(new Break(
                        clock.phase(),
                        Kind.OUT_OF_THREADS,
                        "all threads for lookups wait for other names",
                        "Check the name servers: they keep lookups of other names waiting"));
            case Names.Found.Late late -> failed(Kind.TIMED_OUT, "the lookup of the name is not back");
            case Names.Found.Interrupted stopped -> failed(Kind.CANCELLED, "interrupted while looking up the name");
        };
    }

    /// A lookup needs descriptors too, and says the same whether it had none or the name has no address.
    private Result nothingFound() {
        try {
            Connection.close(new DeadlineSocket(deadline));
            return failed(Kind.NO_ADDRESS, "the name has no address, or no name server answers for it");
        } catch (IOException e) {
            return failed(Kind.OUT_OF_DESCRIPTORS, "this machine has no socket left to look up the name");
        }
    }

    private Result connect(List<InetAddress> addresses) {
        clock.enter(Phase.CONNECT);
        return switch (new Dial(endpoint.port(), deadline, shared.calls()).call(addresses)) {
            case Dial.Result.Failed(Break why) -> new Result.Failed(why);
            case Dial.Result.Connected(DeadlineSocket socket) -> secure(socket);
        };
    }

    private Result secure(DeadlineSocket raw) {
        Result result = failed(Kind.CLOSED_EARLY, "closed at once");
        try {
            if (endpoint.tls().isPresent()) {
                clock.enter(Phase.TLS);
                Socket secured = endpoint.tls().get().secure(raw, endpoint);
                result = new Result.Open(new Connection(raw, secured));
            } else {
                result = new Result.Open(new Connection(raw, raw));
            }
        } catch (IOException e) {
            result = tlsTrouble(raw, e);
        } finally {
            if (result instanceof Result.Failed) {
                Connection.close(raw);
            }
        }
        return result;
    }

    private Result tlsTrouble(DeadlineSocket raw, IOException e) {
        if (Thread.currentThread().isInterrupted()) {
            return failed(Kind.CANCELLED, "interrupted in the TLS handshake");
        }
        if (raw.isStarved()) {
            return failed(Kind.STARVED, "time was up before anybody read what had come");
        }
        byte[] first = raw.firstBytes();
        if (deadline.passed()) {
            String came = first.length == 0 ? "no byte came; perhaps the server speaks plain HTTP" : "only a part came";
            return failed(Kind.TIMED_OUT, came);
        }
        return new Result.Failed(TlsFailure.of(e, first));
    }

    private Result failed(Kind kind, String detail) {
        return new Result.Failed(new Break(clock.phase(), kind, detail));
    }
}
