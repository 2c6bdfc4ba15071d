package nexus.app.history.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import nexus.app.config.HistoryConfig;
import nexus.app.events.EventStore;
import nexus.app.history.Past;
import nexus.app.log.Log;
import nexus.app.registry.Registry;

/// Keeps the past: what happened, what checks came to, when Nexus ran. Trouble with its database costs history only;
/// it is told, and heals by itself. Thread-safe.
public final class History implements AutoCloseable {

    private static final Log LOG = Log.of("history");
    /// A history in memory must not fill it; some 4 MB.
    private static final int MEMORY_EVENTS = 10_000;
    /// How long it waits.
    ///
    /// @param atStart at most, for the database, before the program begins without it
    /// @param again   after a failure
    /// @param atEnd   at most, for the last writes
    record Patience(Duration atStart, Duration again, Duration atEnd) {
        static final Patience DEFAULT =
                new Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), Duration.ofMillis(300));
    }

    private final Database database;
    private final Patience patience;
    private final Session writing;
    private final Session reading;
    private final LateEvents events;
    private final Counting counting = new Counting();
    private final Ticks ticks;
    private final Keeper keeper;
    private final Past past;

    private History(Database database, int maxEvents, InstantSource clock, Patience patience) {
        this.database = database;
        this.patience = patience;
        this.writing = Session.writing(database);
        this.reading = database instanceof SqliteMemory ? writing : Session.reading(database);
        var backends = new Backends();
        this.events =
                new LateEvents(new StoredEvents(writing, reading, backends, maxEvents), clock, patience.atStart());
        var runs = new Runs(clock.instant());
        var unsaved = new Unsaved();
        this.ticks = new Ticks(counting, runs, unsaved, clock);
        this.keeper = new Keeper(writing, backends, unsaved, runs, patience.again(), events::open);
        this.past = new StoredPast(reading, runs, clock);
    }

    /// Begins to open the database, on a thread of its own.
    ///
    /// @param file where it lies, if the configuration names no server; empty: in memory
    public static History open(HistoryConfig config, Optional<Path> file, InstantSource clock) {
        var database = config.server()
                .<Database>map(Postgres::new)
                .or(() -> file.map(path -> new SqliteFile(path, clock)))
                .orElseGet(SqliteMemory::new);
        int events =
                database instanceof SqliteMemory ? Math.min(config.maxEvents(), MEMORY_EVENTS) : config.maxEvents();
        return open(database, events, clock);
    }

    static History open(Database database, int maxEvents, InstantSource clock) {
        return open(database, maxEvents, clock, Patience.DEFAULT);
    }

    static History open(Database database, int maxEvents, InstantSource clock, Patience patience) {
        var history = new History(database, maxEvents, clock, patience);
        history.keeper.start();
        history.ticks.start();
        return history;
    }

    /// Counts the checks of this fleet; to be called before the first.
    public void observe(Registry registry) {
        counting.observe(registry);
    }

    /// Waits for the database when it is asked first, at most two seconds.
    public EventStore events() {
        return events;
    }

    public Past past() {
        return past;
    }

    /// Ends the minute that is being counted, as the time does.
    void tick() {
        ticks.tick();
    }

    /// Writes the last minute; waits a third of a second for it at most. To be called when no more events come.
    @Override
    public void close() {
        ticks.close();
        try {
            if (!keeper.finish(patience.atEnd())) {
                LOG.warn("the last minute of checks is not kept");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        reading.close();
        writing.close();
        database.close();
    }
}
