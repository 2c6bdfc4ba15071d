package nexus.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import nexus.app.check.HandRun;
import nexus.app.config.BackendConfig;
import nexus.app.exchange.Certificates;
import nexus.app.faults.Fault.OfBackend;
import nexus.app.health.BackendStatus;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.Registry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of `docs/faults.md`, played on real sockets: verdict, cause and fix must be what its rows say.
class FaultBookTest {

    private static final Set<String> IN_OWN_PROCESS = Set.of("out-of-descriptors");

    private static final int NEIGHBOURS = 5;
    private static final int CHECKS_OF_A_NEIGHBOUR = 20;

    @TempDir
    private static Path folder;

    private static Certificates certificates;
    private static Map<String, Seen> rows;
    private static final Set<String> HOLD = new HashSet<>();
    private static final Set<String> EXPLAINED = new HashSet<>();

    @BeforeAll
    static void readTheBook() throws Exception {
        certificates = Tls.certificates(folder);
        rows = Book.rows();
    }

    /// A row that was not played, for whatever reason, is missing here.
    @AfterAll
    static void tell() {
        System.out.println("fault book: " + HOLD.size() + " of " + rows.size() + " faults hold");
        assertEquals(Set.of(), without(HOLD), "rows that do not hold");
        assertEquals(IN_OWN_PROCESS, without(EXPLAINED), "rows that 'why' was not asked about");
    }

    private static Set<String> without(Set<String> ids) {
        var rest = new LinkedHashSet<>(rows.keySet());
        rest.removeAll(ids);
        return rest;
    }

    static List<Named<Fault>> everyFault() {
        return Book.faults().stream().map(fault -> Named.of(fault.id(), fault)).toList();
    }

    @Test
    void everyRowHasItsFaultAndEveryFaultItsRow() {
        assertEquals(Book.faults().stream().map(Fault::id).toList(), List.copyOf(rows.keySet()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyFault")
    void theVerdictIsTrueAndTheNeighbourUndisturbed(Fault fault) throws Exception {
        try (var stage = new Stage(certificates)) {
            Seen seen = fault.play(stage);
            var row = rows.get(fault.id());
            if (row == null || !seen.matches(row)) {
                assertEquals(String.valueOf(row), seen.toString());
            }
            HOLD.add(fault.id());
            if (Why.explains(seen)) {
                EXPLAINED.add(fault.id());
            }
        }
    }

    /// All faults of backends in one fleet under one checker: those that are well never fail.
    @Test
    void theWholeBookAtOnceDisturbsNobody() throws Exception {
        try (var stage = new Stage(certificates)) {
            var backends = new ArrayList<BackendConfig>();
            for (var fault : Book.faults()) {
                if (fault instanceof OfBackend(String id, Fault.Scene scene)) {
                    backends.add(scene.on(stage).named(id));
                }
            }
            var done = new CountDownLatch(NEIGHBOURS * CHECKS_OF_A_NEIGHBOUR);
            for (int i = 0; i < NEIGHBOURS; i++) {
                backends.add(stage.http(talk -> {
                            Scripts.says(Scripts.json(Scripts.LIST)).play(talk);
                            done.countDown();
                        })
                        .named("well-" + i));
            }
            var registry = new Registry(backends, java.time.InstantSource.system());
            try (var checker = HandRun.checker(registry, stage.lines(), Stage.MAX_BODY)) {
                checker.start();
                done.await();
            }
            registry.snapshot().backends().forEach(FaultBookTest::assertUndisturbed);
        }
    }

    private static void assertUndisturbed(BackendSnapshot backend) {
        if (backend.name().startsWith("well-")) {
            assertEquals(BackendStatus.HEALTHY, backend.status(), backend.name());
            assertEquals(0, backend.failed(), backend.name());
        }
    }
}
