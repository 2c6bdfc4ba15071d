package nexus.distribution;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// A running process with an environment of its own, whose lines can be awaited.
final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Lines out;
    private final Lines err;

    private Program(Process process) {
        this.process = process;
        this.out = new Lines(process.inputReader());
        this.err = new Lines(process.errorReader());
    }

    /// Starts a command in a folder, with this environment and nothing else in it.
    static Program start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        return new Program(process);
    }

    /// Runs a command to its end.
    static Result run(Path folder, Map<String, String> environment, List<String> command) throws Exception {
        try (var program = start(folder, environment, command)) {
            return program.end();
        }
    }

    /// Waits for a line on either stream that contains this text.
    ///
    /// @throws AssertionError when the process ends, or a minute passes, without it
    void await(String text) throws InterruptedException {
        if (!err.await(text)) {
            throw new AssertionError(
                    "no line with \"" + text + "\" came; stderr:\n" + err.all() + "stdout:\n" + out.all());
        }
    }

    /// Asks the process to stop, as `kill PID` does; returns how long it took.
    Duration terminate() throws InterruptedException {
        long start = System.nanoTime();
        process.destroy();
        end();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// Sends it SIGHUP.
    void hangUp() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start().waitFor();
    }

    /// Waits until the process has ended by itself.
    Result end() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running; stderr:\n" + err.all());
        }
        out.join();
        err.join();
        return new Result(process.exitValue(), out.all(), err.all());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// What an ended process left.
    record Result(int code, String out, String err) {

        /// The lines on standard error, without the last line's end.
        List<String> errLines() {
            return err.lines().toList();
        }
    }

    /// Reads one stream to its end on a thread of its own, so that the process never waits for us.
    private static final class Lines {
        private static final String END = "\0end";

        private final List<String> all = new ArrayList<>();
        private final BlockingQueue<String> unseen = new LinkedBlockingQueue<>();
        private final Thread reader;

        Lines(BufferedReader stream) {
            reader = Thread.ofVirtual().start(() -> {
                stream.lines().forEach(this::add);
                unseen.add(END);
            });
        }

        private synchronized void add(String line) {
            all.add(line);
            unseen.add(line);
        }

        boolean await(String text) throws InterruptedException {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            for (String line = ""; line != null && !line.equals(END); ) {
                line = unseen.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (line != null && line.contains(text)) {
                    return true;
                }
            }
            return false;
        }

        void join() throws InterruptedException {
            reader.join();
        }

        synchronized String all() {
            return all.stream().map(line -> line + "\n").collect(Collectors.joining());
        }
    }
}
