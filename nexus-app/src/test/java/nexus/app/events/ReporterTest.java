package nexus.app.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nexus.app.events.Happening.CauseChanged;
import nexus.app.events.Happening.ConfigChanged;
import nexus.app.events.Happening.ModelChange;
import nexus.app.events.Happening.ModelMoved;
import nexus.app.events.Happening.ModelsChanged;
import nexus.app.health.CheckError;
import nexus.app.registry.Backend;
import nexus.app.registry.Change;
import nexus.app.registry.Observer;
import nexus.app.registry.Registry;
import nexus.app.registry.Renewal;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.ModelState;
import org.junit.jupiter.api.Test;

/// What is told of what the registry takes in.
class ReporterTest {

    private final Reporter reporter = new Reporter(Map.of());
    private final Registry registry = Fleet.of(2);
    private final Backend b0 = registry.backend("b0").orElseThrow();
    private final Backend b1 = registry.backend("b1").orElseThrow();
    private final List<Happening> told = new ArrayList<>();
    private Instant now = Fleet.NOW;
    private int seen;

    ReporterTest() {
        registry.observe(new Observer() {
            @Override
            public void checked(Change change) {
                if (Reporter.isNews(change)) {
                    seen++;
                    told.addAll(reporter.changed(change, now));
                }
            }

            @Override
            public void fleetChanged(Renewal renewal) {
                told.addAll(reporter.fleetChanged(renewal));
            }
        });
    }

    @Test
    void anotherReasonIsToldOthersNumbersAreNot() {
        Fleet.succeed(b0, 2);
        Fleet.fail(b0, 3, timeout("no answer for 5.003 s"));
        told.clear();

        seen = 0;
        Fleet.fail(b0, 1, timeout("no answer for 5.012 s"));
        assertEquals(0, seen);
        assertEquals(List.of(), told);

        Fleet.fail(b0, 1, Fleet.REFUSED);
        var cause = (CauseChanged) told.getFirst();
        assertEquals("Timeout", cause.before().kind());
        assertEquals("connection refused", cause.after().cause());
    }

    @Test
    void aCauseThatChangesToAndFroIsToldOnceInAWhileTheLastOneInTheEnd() {
        Fleet.fail(b0, 3, Fleet.REFUSED);
        told.clear();
        for (int i = 0; i < 20; i++) {
            Fleet.fail(b0, 1, i % 2 == 0 ? timeout("no answer") : Fleet.REFUSED);
        }
        Fleet.fail(b0, 1, http(500));

        assertEquals(List.of("Timeout"), kinds());
        now = now.plusSeconds(9);
        assertEquals(List.of(), reporter.due(now));
        now = now.plusSeconds(1);
        told.addAll(reporter.due(now));
        assertEquals(List.of("Timeout", "HttpError"), kinds());
    }

    @Test
    void aCauseThatIsBackWhereItWasIsNotToldAgain() {
        Fleet.fail(b0, 3, Fleet.REFUSED);
        Fleet.fail(b0, 1, timeout("no answer"));
        Fleet.fail(b0, 1, http(500));
        Fleet.fail(b0, 1, timeout("no answer"));
        told.clear();

        assertEquals(List.of(), reporter.due(now.plusSeconds(3600)));
    }

    @Test
    void recoveryForgetsTheCause() {
        Fleet.fail(b0, 3, Fleet.REFUSED);
        Fleet.fail(b0, 1, timeout("no answer"));
        Fleet.fail(b0, 1, http(500));
        Fleet.succeed(b0, 2);

        assertEquals(List.of(), reporter.due(now.plusSeconds(3600)));
    }

    @Test
    void theFirstListIsNoChangeTheNextOneIsComparedWithIt() {
        Fleet.succeed(b0, 2, ModelList.of(Model.named("a"), model("b", 4096), Model.named("c")));
        assertEquals(1, told.size());
        told.clear();

        Fleet.succeed(
                b0,
                1,
                ModelList.of(
                        Model.named("d"),
                        model("b", 8192).withState(ModelState.LOADED).withDigest("sha256:1"),
                        Model.named("a").withCapabilities(List.of("chat", "tools"))));

        assertEquals(
                List.of(new ModelsChanged(
                        "b0",
                        List.of("d"),
                        List.of("c"),
                        List.of(
                                new ModelChange("b", "context_length", "4096", "8192"),
                                new ModelChange("b", "state", "", "loaded"),
                                new ModelChange("b", "digest", "", "sha256:1"),
                                new ModelChange("a", "capabilities", "", "chat,tools")),
                        0)),
                told);
    }

    @Test
    void theOrderOfAListIsNoChange() {
        Fleet.succeed(b0, 2, ModelList.of(Model.named("a"), Model.named("b")));
        told.clear();

        Fleet.succeed(b0, 1, ModelList.of(Model.named("b"), Model.named("a")));

        assertEquals(List.of(), told);
    }

    @Test
    void anIdThatLeavesOneBackendAndComesToAnotherWithinAMinuteHasMoved() {
        Fleet.succeed(b0, 2, ModelList.of(Model.named("a")));
        Fleet.succeed(b1, 2, ModelList.empty());
        told.clear();

        Fleet.succeed(b0, 1, ModelList.empty());
        now = now.plusSeconds(60);
        Fleet.succeed(b1, 1, ModelList.of(Model.named("a")));

        assertEquals(new ModelMoved("a", "b0", "b1"), told.getLast());
        assertEquals(3, told.size());
    }

    @Test
    void afterAMinuteItHasNotMoved() {
        Fleet.succeed(b0, 2, ModelList.of(Model.named("a")));
        Fleet.succeed(b1, 2, ModelList.empty());
        Fleet.succeed(b0, 1, ModelList.empty());
        now = now.plusSeconds(61);
        Fleet.succeed(b1, 1, ModelList.of(Model.named("a")));

        assertTrue(told.stream().noneMatch(ModelMoved.class::isInstance), told.toString());
    }

    @Test
    void aHugeListIsCutAndTheRestCounted() {
        Fleet.succeed(b0, 2, ModelList.empty());
        told.clear();

        Fleet.succeed(
                b0,
                1,
                ModelList.of(IntStream.range(0, 5000)
                        .mapToObj(i -> Model.named("m" + i))
                        .toList()));

        var change = (ModelsChanged) told.getFirst();
        assertEquals(Happening.MAX_NAMES, change.added().size());
        assertEquals(5000 - Happening.MAX_NAMES, change.untold());
    }

    @Test
    void anotherFleetIsToldByItsNames() {
        var kept = Fleet.config("b0").withTiming(Fleet.config("x").timing());
        registry.replace(List.of(kept, Fleet.config("b2")));

        assertEquals(List.of(new ConfigChanged(List.of("b2"), List.of("b1"), List.of(), List.of(), 0)), told);
    }

    @Test
    void theSameFleetIsNoEvent() {
        registry.replace(List.of(Fleet.config("b1"), Fleet.config("b0")));

        assertEquals(List.of(), told);
    }

    private List<String> kinds() {
        return told.stream().map(what -> ((CauseChanged) what).after().kind()).toList();
    }

    private static CheckError timeout(String cause) {
        return new CheckError.Timeout(5, cause, "look");
    }

    private static CheckError http(int code) {
        return new CheckError.HttpError(code, false, "it says no", "look");
    }

    private static Model model(String id, long context) {
        return Model.named(id).withContextLength(context);
    }
}
