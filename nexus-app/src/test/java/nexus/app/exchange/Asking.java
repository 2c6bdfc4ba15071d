package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/// The client's side of the socket tests: asks on a virtual thread, and sees that nothing is left behind.
final class Asking implements AutoCloseable {

    static final Duration SHORT = Duration.ofMillis(250);
    static final Duration LONG = Duration.ofSeconds(20);
    static final int CAP = 1000;
    static final byte[] QUESTION = RequestBytes.get("x", "/v1/models", "nexus/test", List.of(), true);

    final Lines lines;

    Asking() {
        this(name -> {
            throw new UnknownHostException(name);
        });
    }

    Asking(Resolver resolver) {
        lines = new Lines(new Names(resolver, System::nanoTime), new Buffers(1 << 20), System::nanoTime);
    }

    static Endpoint local(int port) {
        return Endpoint.plain("127.0.0.1", port);
    }

    static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    /// One question on a line of its own: `200 body`, or `READ RESET`.
    String once(Endpoint endpoint, Duration deadline) throws Exception {
        return onVirtualThread(() -> {
            try (Line line = lines.to(endpoint)) {
                return seen(line.ask(QUESTION, CAP, Deadline.after(deadline)));
            }
        });
    }

    static String seen(Ending ending) {
        return switch (ending) {
            case Ending.Answered(var answer) -> answer.status() + " " + answer.text(CAP);
            case Ending.Broken(Break why) -> why.phase() + " " + why.kind();
        };
    }

    static String detail(Ending ending) {
        return switch (ending) {
            case Ending.Answered(var answer) -> answer.toString();
            case Ending.Broken(Break why) -> why.detail();
        };
    }

    static <T> T onVirtualThread(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task.get();
    }

    @Override
    public void close() {
        lines.names().close();
        assertEquals(0, lines.buffers().spaces(), "spaces left open");
        assertEquals(0, lines.buffers().lent(), "bytes of the budget not given back");
    }
}
