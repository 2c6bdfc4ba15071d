package nexus.app.exchange;

import java.io.IOException;
import java.net.SocketException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import nexus.app.exchange.Break.Kind;
import nexus.app.health.Phase;
import nexus.app.health.PhaseTimes;

/// Questions of one check to one backend. Used by one thread, best a virtual one; interrupting that thread ends
/// whatever it waits for at once ([Break.Kind#CANCELLED]).
public final class Line implements AutoCloseable {

    /// How much of a broken answer is kept.
    static final int HEARD = 256;

    /// Of a probable flood, so much is in memory at a time: it stays in the processor's cache.
    private static final int PASSING = 64 << 10;

    private final Lines shared;
    private final Endpoint endpoint;
    private Optional<Connection> connection = Optional.empty();
    private Optional<AnswerReader> reader = Optional.empty();
    private PhaseTimes phases = PhaseTimes.NONE;
    private Optional<byte[]> heard = Optional.empty();
    private boolean asked;
    private boolean closed;

    Line(Lines shared, Endpoint endpoint) {
        this.shared = shared;
        this.endpoint = endpoint;
    }

    /// Asks, and waits for the whole answer.
    ///
    /// The first question connects. A later one goes over the same connection if that is still open, else, also
    /// when it turns out that the server has closed it in between, over one fresh connection. Redirects are not
    /// followed.
    ///
    /// @param request      from [RequestBytes]
    /// @param maxBodyBytes the cap on the body, also after decompression
    /// @param deadline     covers lookup, connect, handshake and the last byte of the body
    /// @return never throws for what a server or the network does
    /// @throws IllegalStateException after [#close]
    public Ending ask(byte[] request, int maxBodyBytes, Deadline deadline) {
        return ask(new Question(request, maxBodyBytes, deadline, Integer.MAX_VALUE));
    }

    /// As [#ask], where the body is probably over the cap: it is counted and checked as it passes, not kept, for
    /// that costs half of the time and next to no memory.
    ///
    /// @return empty if it ended below the cap after all, but was too long to be kept: to be asked again
    public Optional<Ending> askFlood(byte[] request, int maxBodyBytes, Deadline deadline) {
        Ending ending = ask(new Question(request, maxBodyBytes, deadline, PASSING));
        return ending == AnswerReader.LOST ? Optional.empty() : Optional.of(ending);
    }

    /// @param kept see [AnswerReader]
    private record Question(byte[] request, int maxBodyBytes, Deadline deadline, int kept) {}

    private Ending ask(Question question) {
        if (closed) {
            throw new IllegalStateException("the line is closed");
        }
        var clock = new PhaseClock(shared.nanoTime());
        Ending ending = answered(question, clock);
        clock.stop();
        if (!asked && ending != AnswerReader.LOST) {
            asked = true;
            phases = clock.times();
        }
        if (!reusable()) {
            hangUp();
        }
        if (ending instanceof Ending.Broken) {
            heard = reader.map(AnswerReader::start).filter(bytes -> bytes.length > 0);
            giveBack();
        }
        return ending;
    }

    private Ending answered(Question question, PhaseClock clock) {
        if (reusable() && connection.get().isQuiet()) {
            Ending ending = exchange(connection.get(), question, clock);
            if (!closedMeanwhile(ending)) {
                return ending;
            }
        }
        hangUp();
        return switch (new Opening(shared, endpoint, question.deadline(), clock).open()) {
            case Opening.Result.Failed(Break why) -> new Ending.Broken(why);
            case Opening.Result.Open(Connection fresh) -> {
                connection = Optional.of(fresh);
                yield exchange(fresh, question, clock);
            }
        };
    }

    private static boolean closedMeanwhile(Ending ending) {
        return ending instanceof Ending.Broken(Break why)
                && why.phase() == Phase.WAIT
                && (why.kind() == Kind.CLOSED_EARLY || why.kind() == Kind.RESET);
    }

    private Ending exchange(Connection over, Question question, PhaseClock clock) {
        giveBack();
        over.arm(question.deadline());
        clock.enter(Phase.WAIT);
        boolean sent = send(over, question.request());
        var space = shared.buffers().hasFew() || !over.isQuiet()
                ? shared.buffers().open()
                : shared.buffers().openWaiting();
        var into = new AnswerReader(shared.buffers(), space, question.maxBodyBytes(), question.kept());
        reader = Optional.of(into);
        try {
            // Of a reset that comes before the question, sending is told, and reading finds a mere end.
            read(over, into, clock, sent ? Kind.CLOSED_EARLY : Kind.RESET);
        } catch (IOException e) {
            return trouble(e, into, question.deadline(), clock.phase(), over.isStarved());
        }
        return into.ending().orElseThrow();
    }

    /// @return false if the connection was gone by then
    private static boolean send(Connection over, byte[] request) {
        try {
            over.send(request);
            // The other checks of this moment first: a near server has answered when this one is on again, and
            // waiting costs nothing then. A fifth of a check's cost where answers take less than a batch.
            Thread.yield();
            return true;
        } catch (IOException e) {
            // A server may answer and hang up before it has read the question: what it said is still there to read.
            return false;
        }
    }

    /// @param silentEnd what an end without a byte is
    private static void read(Connection from, AnswerReader into, PhaseClock clock, Kind silentEnd) throws IOException {
        for (int room = into.room(); room > 0; room = into.room()) {
            int n = from.receive(into.space(), into.position(), room);
            if (clock.phase() == Phase.WAIT) {
                clock.enter(n < 0 ? Phase.WAIT : Phase.READ);
            }
            if (n < 0) {
                into.cut(clock.phase() == Phase.WAIT ? silentEnd : Kind.CLOSED_EARLY);
            } else {
                into.filled(n);
            }
        }
    }

    private static Ending trouble(IOException e, AnswerReader reader, Deadline deadline, Phase phase, boolean starved) {
        if (Thread.currentThread().isInterrupted()) {
            return Ending.broken(phase, Kind.CANCELLED, "interrupted " + reader.progress());
        }
        if (deadline.passed() && starved) {
            return Ending.broken(phase, Kind.STARVED, "time was up before anybody read what had come");
        }
        if (deadline.passed()) {
            return Ending.broken(phase, Kind.TIMED_OUT, "time was up " + reader.progress());
        }
        if (e instanceof SSLException) {
            String detail = "it ended " + reader.progress() + "; perhaps the server wants a client certificate";
            return new Ending.Broken(new Break(phase, Kind.TLS_FAILED, detail, TlsFailure.CHECK_SETTINGS));
        }
        reader.cut(e instanceof SocketException ? Kind.RESET : Kind.CLOSED_EARLY);
        return reader.ending().orElseThrow();
    }

    /// Whether the last answer left the connection fit for another question: the server did not say that it
    /// closes, the end of the body was marked, and nothing came after it.
    public boolean reusable() {
        return connection.isPresent() && reader.isPresent() && reader.get().open();
    }

    /// Whether the last answer was longer than it said itself: its body may have been cut at the wrong place.
    public boolean saidMore() {
        return reader.filter(AnswerReader::surplus).isPresent();
    }

    /// The first bytes, at most [#HEARD], that had come when the last question's answer broke; empty for none.
    public Optional<byte[]> heard() {
        return heard;
    }

    /// How long the phases of the first question took, up to where it ended; later questions change nothing.
    public PhaseTimes phases() {
        return phases;
    }

    /// Hangs up and gives the buffers back; the last answer's body is gone. The second call does nothing.
    @Override
    public void close() {
        closed = true;
        hangUp();
        giveBack();
    }

    private void hangUp() {
        connection.ifPresent(Connection::close);
        connection = Optional.empty();
    }

    private void giveBack() {
        reader.ifPresent(AnswerReader::close);
        reader = Optional.empty();
    }
}
