package nexus.app.boot;

import java.io.OutputStream;
import java.net.BindException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import nexus.app.api.ApiInfo;
import nexus.app.api.ApiServer;
import nexus.app.api.ApiSources;
import nexus.app.api.ApiStartException;
import nexus.app.check.Checker;
import nexus.app.check.CheckerException;
import nexus.app.config.BackendConfig;
import nexus.app.config.ConfigException;
import nexus.app.config.ConfigSource;
import nexus.app.config.NexusConfig;
import nexus.app.config.Overrides;
import nexus.app.events.EventLog;
import nexus.app.events.MemoryStore;
import nexus.app.history.store.History;
import nexus.app.log.Log;
import nexus.app.log.Logging;
import nexus.app.metrics.Metrics;
import nexus.app.notify.Notifier;
import nexus.app.operate.Operator;
import nexus.app.operate.Standing;
import nexus.app.probes.Probes;
import nexus.app.registry.Registry;
import nexus.app.systemd.ServiceManager;

/// The running program: it checks a fleet and answers over HTTP. At most one a process has the log.
public final class Nexus implements AutoCloseable {

    private static final Log LOG = Log.of("nexus");

    /// From so many backends on, reading the configuration leaves more garbage than Nexus ever needs again.
    private static final int LARGE_FLEET = 1000;

    private final Standing standing;
    private final NexusConfig config;
    /// What was started, the last first.
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private int port;

    private Nexus(Standing standing) {
        this.standing = standing;
        this.config = standing.config();
    }

    /// Starts without a configuration file: there is nothing to reload, and what is changed lives in memory
    /// only.
    public static Nexus start(NexusConfig config, Probes probes, OutputStream log, Consumer<Nexus> ready) {
        var source = new ConfigSource(Optional.empty(), Overrides.NONE, Map.of(), probes.names());
        return start(source, config, probes, log, ready);
    }

    /// Starts everything, top to bottom; no check is sent before the address is known to be free.
    ///
    /// While it runs, SIGHUP reloads the configuration file; where there is none it ends the process, like SIGTERM.
    ///
    /// @param source what the configuration was made of, and is made of again at each reload
    /// @param log   where log lines go; written by a thread of its own, never closed
    /// @param ready called once when requests are answered, before the first check
    /// @throws StartException if the port is taken, or for anything else that the user can mend; nothing is
    /// left running
    /// @throws ConfigException if the state file is broken, with every problem of it
    public static Nexus start(
            ConfigSource source, NexusConfig config, Probes probes, OutputStream log, Consumer<Nexus> ready) {
        var nexus = new Nexus(Standing.atStart(source, config));
        Logging.start(config.logging(), log);
        try {
            nexus.build(probes, ready);
            return nexus;
        } catch (RuntimeException | Error e) {
            nexus.close();
            throw e;
        }
    }

    private void build(Probes probes, Consumer<Nexus> ready) {
        if (backends() >= LARGE_FLEET) {
            System.gc(); // gives the memory back to the machine; nothing is running yet that could be late
        }
        var manager = ServiceManager.of(standing.source().env());
        probes.problems().forEach(problem -> LOG.warn("a probe can't be used", "problem", problem));
        var clock = InstantSource.system();
        var registry = new Registry(fleet(), clock);
        var history = history(clock);
        history.ifPresent(kept -> kept.observe(registry));
        ApiServer.prepare();
        var events = EventLog.start(history.map(History::events).orElseGet(MemoryStore::new), clock, Version.TEXT);
        parts.push(events);
        registry.observe(events);
        var metrics = Metrics.observing(registry, Version.TEXT, clock.instant());
        var notifier = Notifier.start(config.receivers(), events, registry, clock, Version.TEXT);
        parts.push(notifier);
        metrics.receivers(notifier::states);
        var checker = checker(registry, probes);
        parts.push(checker);
        var operating = Operators.of(standing, registry, checker, probes, notifier, clock);
        var info =
                new ApiInfo(Version.TEXT, config.healthCheck().enabled(), clock.instant(), clock, operating::origins);
        var api = listen(
                new ApiSources(registry, info, operating, events, metrics, notifier, history.map(History::past)));
        parts.push(api);
        port = api.port();
        file().ifPresent(_ ->
                parts.push(HangUp.runs(() -> manager.reloading(() -> Operators.reload(operating, "SIGHUP")))));
        ready.accept(this);
        LOG.info("started", "version", Version.TEXT, "url", url(), "backends", backends());
        operating.tell();
        Notices.tell(config, fleet());
        file().ifPresent(file -> parts.push(watch(file, operating)));
        if (config.healthCheck().enabled()) {
            checker.start();
        }
        if (config.discovery().enabled()) {
            parts.push(Discovering.start(standing.source(), probes, registry, operating));
        }
        parts.push(manager);
        manager.ready(() -> Wellbeing.of(registry.counts()), new Wellbeing(checker, api)::isWell);
    }

    private static FileWatch watch(Path file, Operator operator) {
        return new FileWatch(
                        file,
                        () -> operator.config().server().reloadOnChange(),
                        () -> Operators.reload(operator, "the configuration file has changed"))
                .start();
    }

    /// Opens beside the rest of the start.
    private Optional<History> history(InstantSource clock) {
        if (!config.history().enabled()) {
            return Optional.empty();
        }
        var history = History.open(config.history(), standing.source().historyFile(config), clock);
        parts.push(history);
        return Optional.of(history);
    }

    private Checker checker(Registry registry, Probes probes) {
        try {
            return new Checker(registry, probes, config);
        } catch (CheckerException e) {
            throw new StartException(e.getMessage(), false, e);
        }
    }

    private static ApiServer listen(ApiSources sources) {
        try {
            return ApiServer.start(() -> sources.operator().config().server(), sources);
        } catch (ApiStartException e) {
            throw new StartException(e.getMessage(), e.getCause() instanceof BindException, e);
        }
    }

    /// The port that requests are answered on.
    public int port() {
        return port;
    }

    /// The address that it listens on: `http://127.0.0.1:8000`, or `https` with a certificate of its own.
    public String url() {
        String host = config.server().host();
        String scheme = config.server().tls().isPresent() ? "https://" : "http://";
        return scheme + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }

    /// How many backends it started with, disabled ones included.
    public int backends() {
        return fleet().size();
    }

    private List<BackendConfig> fleet() {
        return standing.composition().fleet();
    }

    private Optional<Path> file() {
        return standing.source().file();
    }

    /// Waits until [#close] was called, this thread is interrupted, or the process is told to end. In the last
    /// case it closes everything and ends the process with exit code 0, in less than a second whatever hangs.
    public void await() {
        var end = ProcessEnd.closes(this);
        try {
            closed.await();
        } catch (InterruptedException _) {
            // The caller closes next; who interrupts wants just that.
        } finally {
            end.forget();
        }
    }

    /// Ends everything, bottom to top, the log last. Closing twice is harmless.
    @Override
    public synchronized void close() {
        for (var part = parts.poll(); part != null; part = parts.poll()) {
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("a part could not be closed", "problem", e);
            }
        }
        if (closed.getCount() > 0) {
            if (port > 0) {
                LOG.info("stopped");
            }
            Logging.stop();
            closed.countDown();
        }
    }
}
