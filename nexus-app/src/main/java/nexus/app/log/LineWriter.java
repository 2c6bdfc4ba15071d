package nexus.app.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Writes lines to a stream on a daemon thread of its own. Whoever logs never waits: past [#CAPACITY] waiting
/// lines the newest are dropped, and how many is told as soon as the stream moves again. A stream that fails
/// (closed by its reader) is nobody's trouble: its lines are lost in silence.
final class LineWriter implements AutoCloseable {

    static final int CAPACITY = 10_000;
    /// How long [#close] waits for a place in the queue, and then for the queue to be written.
    private static final long FLUSH_MILLIS = 100;

    private static final byte[] END = new byte[0];

    private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final OutputStream out;
    private final LineFormat format;
    private final Thread thread;

    LineWriter(OutputStream out, LineFormat format) {
        this.out = out;
        this.format = format;
        this.thread = Thread.ofPlatform().daemon().name("nexus-log").start(this::writeAll);
    }

    void write(Event event) {
        if (!queue.offer(bytes(event))) {
            dropped.incrementAndGet();
        }
    }

    private byte[] bytes(Event event) {
        return format.line(event).getBytes(StandardCharsets.UTF_8);
    }

    private void writeAll() {
        try {
            for (byte[] line = queue.take(); line != END; line = queue.take()) {
                write(line);
                tellDropped();
            }
            write(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellDropped() {
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            var count = List.of(new Event.Field("lines", lost));
            write(bytes(new Event(Instant.now(), "WARN", "log", "lines dropped, standard error stood still", count)));
        }
    }

    private void write(byte[] line) {
        try {
            out.write(line);
            if (queue.isEmpty()) {
                out.flush();
            }
        } catch (IOException _) {
            // Nobody reads the log: there is nowhere to say so.
        }
    }

    /// Writes what is waiting, for at most 200 ms in all. The stream stays open: it isn't ours.
    @Override
    public void close() {
        try {
            if (queue.offer(END, FLUSH_MILLIS, TimeUnit.MILLISECONDS)) {
                thread.join(FLUSH_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
