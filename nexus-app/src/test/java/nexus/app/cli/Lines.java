package nexus.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// The lines that a running program writes, for a reader that waits for them.
final class Lines extends OutputStream {

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Override
    public synchronized void write(int b) {
        if (b == '\n') {
            lines.add(line.toString(StandardCharsets.UTF_8));
            line.reset();
        } else {
            line.write(b);
        }
    }

    PrintStream stream() {
        return new PrintStream(this, true, StandardCharsets.UTF_8);
    }

    /// The next line; only a broken program lets it wait for long.
    String next() throws InterruptedException {
        String next = lines.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no line");
        }
        return next;
    }

    /// The next line that is wanted; those before it are forgotten.
    String next(Predicate<String> wanted) throws InterruptedException {
        String next = next();
        while (!wanted.test(next)) {
            next = next();
        }
        return next;
    }
}
