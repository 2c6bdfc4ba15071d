package nexus.app.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What nobody uses is deleted: classes, methods, fields, constants, components of records. What only tests use lies
/// with the tests. Each exception below must be one still.
class DeadCodeTest {

    /// Components of records that are compared as wholes.
    private static final Set<String> KEYS = Set.of(
            "nexus.app.api.Accepted$Ends.local()",
            "nexus.app.api.PeerNetwork.text()",
            "nexus.app.check.Insight$Symptom.brokeIn()",
            "nexus.app.check.Insight$Symptom.text()");

    /// How tests look into what can't be seen from outside, and move what moves by itself.
    private static final Set<String> WINDOWS = Set.of(
            "nexus.app.api.ApiServer.connections()",
            "nexus.app.api.ConnectionWatch.open()",
            "nexus.app.api.Methods.allowed()",
            "nexus.app.config.KeyReference.range()",
            "nexus.app.discover.mdns.DatagramEther.to()",
            "nexus.app.events.EventLog.tell()",
            "nexus.app.exchange.Buffers.lent()",
            "nexus.app.exchange.Buffers.spaces()",
            "nexus.app.history.Rollup.step()",
            "nexus.app.history.store.History.tick()",
            "nexus.app.probes.Probes.of()");

    /// The demo's stand-ins serve tests too, which ask more of them.
    private static final Set<String> STAND_INS = Set.of(
            "nexus.app.demo.Behaviour$Answers.with()",
            "nexus.app.demo.Behaviour$HangsUp.<init>()",
            "nexus.app.demo.Behaviour.at()",
            "nexus.app.demo.DemoFleet.standIn()",
            "nexus.app.demo.Latency.NONE",
            "nexus.app.demo.Reply.json()",
            "nexus.app.demo.Reply.raw()",
            "nexus.app.demo.StandIn.connections()",
            "nexus.app.demo.StandIn.name()",
            "nexus.app.demo.StandIn.requests()",
            "nexus.app.demo.StandIn.start()");

    /// So that nothing passes because nothing was found.
    private static final int AT_LEAST = 600;

    private final CompiledCode program = new CompiledCode(Modules.classes());

    @Test
    void theProgramUsesAllOfItself() {
        assertTrue(program.all().size() >= AT_LEAST, program.all().size() + " classes");
        var reach = new Reach(program);
        new Roots(program, reach).reachProgram();

        var exceptions = Stream.of(KEYS, WINDOWS, STAND_INS).flatMap(Set::stream);
        assertEquals(lines(exceptions), lines(names(program, reach)));
    }

    @Test
    void testsUseAllOfTheirOwnAndWhatIsThereForThem() {
        var code = new CompiledCode(Stream.concat(Modules.classes().stream(), Modules.testClasses().stream())
                .toList());
        var reach = new Reach(code);
        var roots = new Roots(code, reach);
        roots.reachProgram();
        roots.reachTests();

        assertEquals(lines(KEYS.stream()), lines(names(code, reach)));
    }

    /// Records of tests are compared as wholes.
    private Stream<String> names(CompiledCode code, Reach reach) {
        var unreached = new Unreached(code, reach.followed());
        var members = unreached
                .members()
                .filter(member -> program.isOurs(member.owner()) || !code.isRecord(member.owner()))
                .map(Member::toString);
        return Stream.concat(unreached.classes(), members);
    }

    private static String lines(Stream<String> names) {
        return names.sorted().distinct().collect(Collectors.joining("\n"));
    }
}
