package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nexus.app.demo.StandIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program under a storm of reloads, while others add and remove: who is not concerned notices nothing.
class ReloadStormTest {

    private static final int RELOADS = 40;
    private static final int CHECKS = 20;

    @TempDir
    private Path folder;

    private final StandIn good = StandIn.start("good", Bodies.openAi("qwen3:8b"));
    private final StandIn bad = StandIn.start("bad", Bodies.broken());
    private final StandIn shifting = StandIn.start("shifting", Bodies.openAi("qwen3:8b"));
    private final StandIn guest = StandIn.start("guest", Bodies.openAi("qwen3:8b"));

    private final AtomicInteger reloads = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger visits = new AtomicInteger();

    @AfterEach
    void stop() {
        List.of(good, bad, shifting, guest).forEach(StandIn::close);
    }

    @Test
    void unchangedBackendsKeepStatusStreakAndRhythm() throws Exception {
        try (var nexus = RunningNexus.serve(folder, toml(0), Map.of("RUST_LOG", "debug"))) {
            String goodSince =
                    nexus.awaitBackend("good", "healthy").path("since").asText();
            String badSince =
                    nexus.awaitBackend("bad", "unhealthy").path("since").asText();
            long before = good.requests();

            // when the storm blows until enough of everything has happened
            try (var storm = Executors.newScheduledThreadPool(2)) {
                blow(storm, nexus);
                Eventually.seen("the storm", this::progress, _ -> isEnough(before));
                storm.shutdown();
                assertTrue(storm.awaitTermination(20, TimeUnit.SECONDS), "the storm doesn't end");
            }

            // then they are who they were, and each arrival was one counted check: none lost, none doubled
            assertEquals(
                    goodSince, nexus.json("/v1/backends/good").path("since").asText());
            assertEquals(badSince, nexus.json("/v1/backends/bad").path("since").asText());
            assertEquals(
                    List.of("Unknown->Healthy after 2"), Streaks.of(nexus.log().lines(), "good"));
            assertEquals(
                    List.of("Unknown->Unhealthy after 3"),
                    Streaks.of(nexus.log().lines(), "bad"));
            assertEachArrivalCounted(nexus, good);
            assertEachArrivalCounted(nexus, bad);
            // and what the invalid file said never came
            assertEquals(
                    404, nexus.change("POST", "/v1/backends/broken/check", "").statusCode());
        }
    }

    private void blow(ScheduledExecutorService storm, RunningNexus nexus) {
        storm.scheduleWithFixedDelay(() -> reload(nexus), 0, 70, TimeUnit.MILLISECONDS);
        storm.scheduleWithFixedDelay(() -> visit(nexus), 0, 300, TimeUnit.MILLISECONDS);
    }

    private void reload(RunningNexus nexus) {
        int turn = reloads.get();
        boolean invalid = turn % 5 == 4;
        write(invalid ? toml(turn) + "typo = 1\n" : toml(turn));
        int status = nexus.change("POST", "/v1/config/reload", "").statusCode();
        if (status == (invalid ? 400 : 200)) {
            reloads.incrementAndGet();
            refused.addAndGet(invalid ? 1 : 0);
        }
    }

    private void visit(RunningNexus nexus) {
        String entry = "{\"name\":\"guest\",\"type\":\"generic\",\"url\":\"" + guest.url() + "\"}";
        if (nexus.change("POST", "/v1/backends", entry).statusCode() == 201
                && nexus.change("DELETE", "/v1/backends/guest", "").statusCode() == 200) {
            visits.incrementAndGet();
        }
    }

    private boolean isEnough(long before) {
        return reloads.get() >= RELOADS
                && refused.get() >= 5
                && visits.get() >= 5
                && good.requests() - before >= CHECKS;
    }

    private String progress() {
        return reloads + " reloads, " + refused + " refused, " + visits + " visits, " + good.requests() + " checks";
    }

    private static void assertEachArrivalCounted(RunningNexus nexus, StandIn standIn) {
        Eventually.seen(
                "as many checks as arrivals at " + standIn.name(),
                () -> nexus.json("/v1/backends/" + standIn.name())
                                .at("/checks/total")
                                .asLong()
                        - standIn.requests(),
                difference -> difference == 0);
    }

    /// One backend is another one each time: another priority, another timing, another path, or gone.
    private String toml(int turn) {
        String stable = Toml.FAST + Toml.backend(good, "generic") + Toml.backend(bad, "generic");
        String more = switch (turn % 4) {
            case 0 -> "interval_seconds = 0.3\n";
            case 1 -> "health_path = \"/v1/models\"\n";
            case 2 -> "labels = { turn = \"" + turn + "\" }\n";
            default -> "";
        };
        return turn % 7 == 6 ? stable : stable + Toml.backend(shifting, "generic") + more;
    }

    private void write(String toml) {
        try {
            Files.writeString(folder.resolve("nexus.toml"), toml);
        } catch (IOException e) {
            throw new AssertionError("the file can't be written", e);
        }
    }
}
