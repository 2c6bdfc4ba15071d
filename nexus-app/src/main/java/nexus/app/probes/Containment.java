package nexus.app.probes;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs the code of one plugin on threads of its own, so that one that never comes back holds up its own backends
/// only: on a check's virtual thread it would keep a carrier for ever, and there are few. Thread-safe.
final class Containment {

    /// So that one answer that takes long doesn't hold up the next.
    private static final int THREADS = 2;
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final ThreadPoolExecutor threads;
    private final Duration limit;

    /// @param limit how long a call may take, the wait for a thread included
    Containment(String plugin, Duration limit) {
        this.limit = limit;
        this.threads = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform()
                        .daemon()
                        .name("nexus-plugin-" + plugin + "-", 1)
                        .factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /// What the code gives or throws.
    ///
    /// @throws ProbeTookTooLong if the limit has passed; the code is interrupted, and one that goes on has a
    /// thread less to do so
    <T> T call(Callable<T> code) {
        var task = new FutureTask<>(code);
        threads.execute(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new ProbeTookTooLong(limit);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ProbeTookTooLong(limit);
        } catch (ExecutionException e) {
            throw Containment.<RuntimeException>asItIs(e.getCause());
        } finally {
            task.cancel(true);
            threads.remove(task);
        }
    }

    /// Foreign code may throw what it doesn't declare; whoever called it names what that was.
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }

    /// The code did not come back in time.
    static final class ProbeTookTooLong extends RuntimeException {

        private static final long serialVersionUID = 1;

        ProbeTookTooLong(Duration limit) {
            super("took longer than " + limit.toMillis() + " ms");
        }
    }
}
