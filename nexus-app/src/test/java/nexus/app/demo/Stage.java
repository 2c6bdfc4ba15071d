package nexus.app.demo;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A pacer that lets the script do one step each time the test asks, and hears what is narrated.
final class Stage implements Pacer, Consumer<String> {

    private final Semaphore go = new Semaphore(0);
    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    private volatile Duration now = Duration.ZERO;

    @Override
    public void until(Duration sinceStart) throws InterruptedException {
        go.acquire();
        now = sinceStart;
    }

    @Override
    public void accept(String line) {
        told.add(now + " " + line);
    }

    /// Lets one step happen; its time and line.
    String next() throws InterruptedException {
        go.release();
        String line = told.poll(20, TimeUnit.SECONDS);
        if (line == null) {
            throw new AssertionError("the script stands still");
        }
        return line;
    }
}
