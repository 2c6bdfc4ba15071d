package nexus.app.cli;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Runs tasks side by side, a bounded number at a time, and hands their results over in the tasks' order.
final class Together<T> implements AutoCloseable {

    private static final int AT_A_TIME = 64;

    private final ExecutorService threads;
    private final Queue<Future<T>> waiting = new ArrayDeque<>();

    Together(List<Callable<T>> tasks) {
        threads = Executors.newFixedThreadPool(
                Math.clamp(tasks.size(), 1, AT_A_TIME), Thread.ofVirtual().factory());
        tasks.forEach(task -> waiting.add(threads.submit(task)));
    }

    /// The next task's result, or what it threw. Called at most once a task.
    T next() throws InterruptedException {
        try {
            return waiting.remove().get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException broken -> throw broken;
                case Error broken -> throw broken;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
