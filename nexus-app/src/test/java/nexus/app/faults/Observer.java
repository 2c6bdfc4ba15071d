package nexus.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import nexus.app.config.BackendConfig;
import nexus.app.exchange.OneServer;
import nexus.app.exchange.StruckCurfew;
import nexus.app.faults.Fault.OfObserver;
import nexus.app.health.BackendStatus;

/// Trouble of the machine that Nexus runs on: no evidence against any backend.
final class Observer {

    private static final String ONE = "one";
    /// More than there are threads for.
    private static final int LOOKUPS = 40;
    private static final Duration DAY = Duration.ofDays(1);

    static final List<Fault> FAULTS = List.of(
            new OfObserver("out-of-buffers", Observer::outOfBuffers),
            new OfObserver("out-of-descriptors", stage -> NoDescriptors.inOwnProcess()),
            new OfObserver("lookups-held-up", Observer::lookupsHeldUp),
            new OfObserver("too-busy-to-read", Observer::tooBusyToRead),
            new OfObserver("stopped-for-20-s", stage -> pausedFor(stage, Duration.ofSeconds(20), 300)),
            new OfObserver("collector-pause-of-3-s", stage -> pausedFor(stage, Duration.ofSeconds(3), 300)),
            new OfObserver("short-pause", stage -> pausedFor(stage, Duration.ofMillis(120), 400)),
            new OfObserver("wall-clock-set-back", stage -> wallClock(stage, DAY.negated())),
            new OfObserver("wall-clock-set-forward", stage -> wallClock(stage, DAY)),
            new OfObserver("all-gone-at-once", Observer::allGone));

    private Observer() {}

    private static Seen outOfBuffers(Stage stage) throws Exception {
        stage.bufferBudget(1000);
        String long_ = Scripts.LIST + " ".repeat(20_000);
        return stage.check(stage.http(Scripts.forEver(Scripts.json(long_))));
    }

    /// A zone of many hosts whose name server is silent, and after them a new name that is well.
    private static Seen lookupsHeldUp(Stage stage) throws Exception {
        var backends = new ArrayList<BackendConfig>();
        for (int i = 0; i < LOOKUPS; i++) {
            stage.name("silent-" + i + ".test");
            backends.add(Setup.at("http://silent-" + i + ".test:8000").briefly().named("silent-" + i));
        }
        stage.name("well.test", "127.0.0.1");
        backends.add(Setup.at("http://well.test:" + stage.serve(Scripts.FINE))
                .briefly()
                .named(ONE));
        var run = stage.start(backends);
        try (var checks = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < LOOKUPS; i++) {
                String name = "silent-" + i;
                checks.submit(() -> run.check(name));
            }
        }
        return Seen.of(stage.checkBesideNeighbour(ONE));
    }

    /// The answer comes while every processor is taken, and stays unread until the deadline closes the connection.
    /// It is long: who waits for it still gets what one read takes, and a short one would be whole then.
    private static Seen tooBusyToRead(Stage stage) throws Exception {
        return stage.check(stage.http(talk -> {
                    talk.heard();
                    BusyProcessors.during(() -> {
                        talk.say(Scripts.json(Scripts.LIST + " ".repeat(20_000)));
                        StruckCurfew.await(Setup.SHORT);
                    });
                })
                .briefly());
    }

    /// The process stands still while a backend keeps it waiting.
    private static Seen pausedFor(Stage stage, Duration pause, long timeoutMillis) throws Exception {
        var setup = stage.http(talk -> {
            talk.heard();
            stage.run().pause(pause);
            talk.hang();
        });
        return stage.check(setup.within(Duration.ofMillis(timeoutMillis)));
    }

    private static Seen wallClock(Stage stage, Duration step) throws Exception {
        var run = stage.start(List.of(stage.http(Scripts.FINE).named(ONE)));
        run.check(ONE);
        stage.checkBesideNeighbour(ONE);
        run.setWallClock(step);
        var seen = stage.checkBesideNeighbour(ONE);
        assertEquals(BackendStatus.HEALTHY, seen.status());
        assertEquals(0, seen.failed());
        return Seen.of(seen);
    }

    /// Three backends on two hosts that were healthy; the third failure is the one that raises the suspicion.
    private static Seen allGone(Stage stage) throws Exception {
        stage.name("gpu-1.test", "127.0.0.1");
        stage.name("gpu-2.test", "127.0.0.1");
        var backends = new ArrayList<BackendConfig>();
        var servers = new ArrayList<OneServer>();
        for (String host : List.of("gpu-1.test", "gpu-2.test", "gpu-1.test")) {
            servers.add(stage.with(new OneServer(Scripts.FINE)));
            String url = "http://" + host + ":" + servers.getLast().port();
            backends.add(Setup.at(url).named("gpu-" + servers.size()));
        }
        var run = stage.start(backends);
        for (var backend : backends) {
            run.check(backend.name());
            assertEquals(BackendStatus.HEALTHY, run.check(backend.name()).status());
        }
        for (var server : servers) {
            server.close();
        }
        run.check("gpu-1");
        run.check("gpu-2");
        return Seen.of(run.check("gpu-3"));
    }
}
