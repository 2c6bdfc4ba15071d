package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nexus.app.check.NetworkSuspicion.Suspicion;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.config.Samples;
import nexus.app.health.Outcome;
import nexus.app.health.Phase;
import nexus.app.health.PhaseTimes;
import nexus.app.registry.Backend;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.CheckReport;
import nexus.app.registry.CheckResult;
import nexus.app.registry.Registry;
import nexus.spi.ModelList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkSuspicionTest {

    private static final Instant NOW = Instant.EPOCH;

    private final NetworkSuspicion suspicion = new NetworkSuspicion();

    @Test
    void isRaisedByTheThirdBackendOnTheSecondHost() {
        assertEquals(Optional.empty(), fails("a", "gpu-1"));
        assertEquals(Optional.empty(), fails("b", "gpu-1"));

        var raised = fails("c", "gpu-2").orElseThrow();

        assertTrue(raised.first());
        assertEquals(
                "3 backends on 2 hosts failed with no success between: suspect this machine's own network",
                raised.words());
    }

    @Test
    void isRaisedOnceAndGrows() {
        fails("a", "gpu-1");
        fails("b", "gpu-1");
        fails("c", "gpu-2");

        var fourth = fails("d", "gpu-3").orElseThrow();

        assertFalse(fourth.first());
        assertTrue(fourth.words().startsWith("4 backends on 3 hosts "), fourth.words());
    }

    @Test
    void oneHostIsTheHostsOwnTrouble() {
        for (String name : List.of("a", "b", "c", "d")) {
            assertEquals(Optional.empty(), fails(name, "gpu-1"));
        }
    }

    @Test
    void theSameBackendAgainIsNoFurtherEvidence() {
        fails("a", "gpu-1");
        fails("b", "gpu-2");

        assertEquals(Optional.empty(), fails("b", "gpu-2"));
    }

    @Test
    void aSuccessBetweenEndsIt() {
        fails("a", "gpu-1");
        fails("b", "gpu-2");
        suspicion.success();

        assertEquals(Optional.empty(), fails("c", "gpu-3"));
        assertEquals(Optional.empty(), fails("a", "gpu-1"));
        assertTrue(fails("b", "gpu-2").orElseThrow().first());
    }

    @Test
    void aBackendThatWasNotHealthyIsNoEvidence() {
        fails("a", "gpu-1");
        fails("b", "gpu-2");

        assertEquals(Optional.empty(), suspicion.failure(unknown("c", "gpu-3").snapshot(), Phase.CONNECT));
    }

    /// It becomes Unhealthy by the very failures that are the evidence.
    @Test
    void aBackendThatWasHealthyWhenItBeganStaysEvidence() {
        fails("a", "gpu-1");
        fails("b", "gpu-2");
        fails("c", "gpu-3");

        assertTrue(suspicion
                .failure(unknown("a", "gpu-1").snapshot(), Phase.RESOLVE)
                .isPresent());
    }

    @ParameterizedTest
    @EnumSource(names = {"TLS", "WAIT", "READ"})
    void whoeverIsConnectedIsReachable(Phase phase) {
        fails("a", "gpu-1");
        fails("b", "gpu-2");

        assertEquals(Optional.empty(), suspicion.failure(healthy("c", "gpu-3"), phase));
    }

    private Optional<Suspicion> fails(String name, String host) {
        return suspicion.failure(healthy(name, host), Phase.CONNECT);
    }

    private static BackendSnapshot healthy(String name, String host) {
        var report = new CheckReport(
                NOW, Optional.empty(), Optional.empty(), PhaseTimes.NONE, 0, Optional.empty(), Optional.empty());
        var success = new CheckResult(new Outcome.Success(Optional.of(ModelList.empty())), report);
        return unknown(name, host).record(success, NOW).after();
    }

    private static Backend unknown(String name, String host) {
        var config = Samples.judgedAtOnce(BackendConfig.of(name, BackendUrl.parse("http://" + host), "openai"));
        return new Registry(List.of(config), () -> NOW).backend(name).orElseThrow();
    }
}
