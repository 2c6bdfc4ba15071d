package nexus.app.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The messages that wait for one receiver, and the thread that takes them there, one after another. A receiver that
/// is slow or dead fills its own outbox and nothing else. Thread-safe.
final class Outbox {

    static final int CAPACITY = 100;
    static final Duration KEPT = Duration.ofHours(24);

    /// Waits before an attempt is made again.
    interface Pause {
        void await(Duration span) throws InterruptedException;
    }

    /// What an outbox works with.
    ///
    /// @param carrier makes the attempts
    record Means(Shape shape, Carrier carrier, Backoff backoff, Pause pause, InstantSource clock) {}

    /// @param id    the same in all attempts
    /// @param since when it was taken in
    record Item(Message message, String id, Instant since) {}

    private final Means means;
    private final Progress progress;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Item> waiting = new ArrayDeque<>();
    private final Thread thread;
    private boolean sending;

    Outbox(String name, Means means, Progress progress) {
        this.means = means;
        this.progress = progress;
        this.thread = Thread.ofVirtual().name("nexus-notify-" + name).unstarted(this::run);
    }

    Outbox start() {
        thread.start();
        return this;
    }

    /// Takes a message in, and never waits. Where there is no room the oldest goes that is not being sent.
    void offer(Message message) {
        take(new Item(message, UUID.randomUUID().toString(), means.clock().instant()));
    }

    /// As [#offer], for one that waited elsewhere before.
    void take(Item item) {
        lock.lock();
        try {
            if (size() >= CAPACITY && !waiting.isEmpty()) {
                waiting.removeFirst();
                progress.dropped();
            }
            waiting.addLast(item);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// How many messages wait, the one that is being sent included.
    int queued() {
        lock.lock();
        try {
            return size();
        } finally {
            lock.unlock();
        }
    }

    private int size() {
        return waiting.size() + (sending ? 1 : 0);
    }

    /// Waits until all is sent, at most so long.
    void drain(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (size() > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (true) {
                var item = next();
                boolean done = false;
                try {
                    send(item);
                    done = true;
                } catch (RuntimeException e) {
                    // A bug with one message must not keep back all that follow.
                    done = true;
                    progress.refused(Outcome.Trouble.ofBug(e));
                } finally {
                    ended(item, done);
                }
            }
        } catch (InterruptedException _) {
            // Closed: what still waits stays here.
        }
    }

    private Item next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty()) {
                changed.await();
            }
            sending = true;
            return waiting.removeFirst();
        } finally {
            lock.unlock();
        }
    }

    private void ended(Item item, boolean done) {
        lock.lock();
        try {
            sending = false;
            if (!done) {
                waiting.addFirst(item);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void send(Item item) throws InterruptedException {
        List<Post> posts = means.shape().posts(item.message());
        boolean taken = !posts.isEmpty();
        for (var post : posts) {
            taken &= isTaken(post, item);
        }
        if (taken) {
            progress.delivered();
        }
    }

    private boolean isTaken(Post post, Item item) throws InterruptedException {
        for (int failures = 1; ; failures++) {
            var outcome = means.carrier().carry(post, item.id());
            if (Thread.interrupted()) {
                throw new InterruptedException("closed");
            }
            switch (outcome) {
                case Outcome.Delivered _ -> {
                    return true;
                }
                case Outcome.Refused refused -> {
                    progress.refused(refused.why());
                    return false;
                }
                case Outcome.Failed failed -> {
                    var wait = means.backoff().after(failures, failed.after());
                    var next = means.clock().instant().plus(wait);
                    if (next.isAfter(item.since().plus(KEPT))) {
                        progress.expired(failed.why());
                        return false;
                    }
                    progress.failed(failed.why(), next);
                    means.pause().await(wait);
                }
            }
        }
    }

    /// Ends the thread, and whatever it waits for.
    ///
    /// @return what was not sent; the first of it may have arrived all the same
    List<Item> close() {
        thread.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            thread.join();
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        lock.lock();
        try {
            return List.copyOf(waiting);
        } finally {
            lock.unlock();
        }
    }
}
