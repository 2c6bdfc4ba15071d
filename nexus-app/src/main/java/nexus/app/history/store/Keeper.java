package nexus.app.history.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import nexus.app.events.EventStoreException;

/// Writes what was counted, on a thread of its own, which may wait for the database as long as it likes.
final class Keeper {

    private final Session session;
    private final Unsaved unsaved;
    private final Runs runs;
    private final RollupRows rollups;
    private final Purge purge;
    private final Telling telling;
    private final Duration again;
    private final Thread thread;
    /// The hour that was being counted when hours were summed up last; counted from 1970.
    private long tidied;
    /// The answer to a commit may be lost: by this name it is known whether the minute is there.
    private long name;
    private Minute named;

    /// @param again how long it waits after a failure
    /// @param first done by the thread before all else
    Keeper(Session session, Backends backends, Unsaved unsaved, Runs runs, Duration again, Runnable first) {
        this.session = session;
        this.unsaved = unsaved;
        this.runs = runs;
        this.rollups = new RollupRows(backends);
        this.purge = new Purge(session);
        this.telling = new Telling();
        this.again = again;
        this.thread = Thread.ofPlatform().daemon().name("nexus-history").unstarted(() -> {
            first.run();
            run();
        });
    }

    void start() {
        thread.start();
    }

    /// Waits for what is unsaved when no more comes, at most so long.
    ///
    /// @return whether all is written
    boolean finish(Duration patience) throws InterruptedException {
        thread.join(patience);
        return !thread.isAlive();
    }

    private void run() {
        try {
            // A crash in the first minute is a run as well.
            attempt(this::saveRuns);
            for (var minute = unsaved.oldest(); minute.isPresent(); minute = unsaved.oldest()) {
                if (attempt(minute.get())) {
                    tidy(RollupRows.hour(minute.get().number()));
                } else if (unsaved.isEnding()) {
                    return;
                } else {
                    unsaved.rest(again);
                }
            }
        } catch (InterruptedException _) {
            // Ends.
        }
    }

    private boolean attempt(Minute minute) {
        if (minute != named) {
            named = minute;
            name = ThreadLocalRandom.current().nextLong();
        }
        return attempt(() -> {
            List<Runs.Run> seen = runs.unsaved();
            session.run(connection -> {
                RunRows.write(connection, seen);
                if (Numbers.MINUTE.get(connection) != name) {
                    rollups.write(connection, minute);
                    Numbers.MINUTE.set(connection, name);
                }
                return seen;
            });
            runs.saved(seen);
            unsaved.written(minute);
        });
    }

    private void saveRuns() {
        List<Runs.Run> seen = runs.unsaved();
        session.run(connection -> {
            RunRows.write(connection, seen);
            return seen;
        });
        runs.saved(seen);
    }

    /// Once an hour; if it fails, again after the next minute.
    private void tidy(long hour) {
        if (hour == tidied || unsaved.isEnding()) {
            return;
        }
        boolean done = attempt(() -> {
            for (long open : session.run(connection -> rollups.openHours(connection, hour))) {
                session.run(connection -> rollups.sumUp(connection, open));
            }
            purge.run(hour);
        });
        tidied = done ? hour : tidied;
    }

    private boolean attempt(Runnable work) {
        try {
            work.run();
            telling.healed(unsaved.dropped());
            return true;
        } catch (EventStoreException e) {
            telling.failed(e.getMessage());
            return false;
        } catch (RuntimeException e) {
            // A bug; without this thread nothing would be kept any more.
            telling.failed(e.getClass().getName());
            return false;
        }
    }
}
