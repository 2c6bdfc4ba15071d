package nexus.app.api;

import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nexus.app.events.EventStoreException;
import nexus.app.history.Past;

/// Asks the past for requests, a few at once, and gives up on it in time. Thread-safe.
///
/// On platform threads of its own: a database's native call would hold a carrier of the virtual threads, and with it
/// checks. One that hangs costs a thread here until it comes back, and nobody else anything.
final class Archive {

    static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int AT_ONCE = 2;
    private static final int WAITING = 8;
    private static final int IDLE_SECONDS = 10;

    /// A question to the past.
    interface Question<T> {
        T of(Past past);
    }

    /// Why there is no answer.
    static final class Unanswered extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Status status;
        private final String code;

        private Unanswered(Status status, String code, String message) {
            super(message, null, false, false);
            this.status = status;
            this.code = code;
        }

        private static Unanswered now(String code, String message) {
            return new Unanswered(Status.SERVICE_UNAVAILABLE_503, code, message);
        }

        Status status() {
            return status;
        }

        /// A word for programs.
        String code() {
            return code;
        }
    }

    private final Optional<Past> past;
    private final Duration patience;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("nexus-history-reader-", 1).factory());

    /// @param past empty: no history is kept
    Archive(Optional<Past> past) {
        this(past, PATIENCE);
    }

    /// @param patience how long a request waits for its answer
    Archive(Optional<Past> past, Duration patience) {
        this.past = past;
        this.patience = patience;
        threads.allowCoreThreadTimeOut(true);
    }

    /// @throws Unanswered if no history is kept, it can't be read, not in time, or too many ask
    <T> T ask(Question<T> question) throws Unanswered {
        var kept = past.orElseThrow(() -> new Unanswered(
                Status.NOT_FOUND_404,
                "history_off",
                "this Nexus keeps no history; [history] enabled = true changes that"));
        var answer = submitted(() -> question.of(kept));
        try {
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw Unanswered.now("history_slow", "the history did not answer in time; ask again, or for less");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EventStoreException) {
                throw Unanswered.now("history_unavailable", "the history can't be read now; the log says why");
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw new CloseConnectionException("the server stops", e);
        }
    }

    private <T> Future<T> submitted(Callable<T> work) throws Unanswered {
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw Unanswered.now("history_busy", "too many history requests at once");
        }
    }
}
