package nexus.spi.testkit;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Finding;
import nexus.spi.FollowUp;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.Reading;

/// All that a probe says about one answer: what its question, each of its follow-ups, and `resembles` make of it.
record Verdicts(Reading reading, List<Finding> findings, boolean resembles) {

    private static final ModelList KNOWN = ModelList.of(Model.named("known:1"), Model.named("known:2"));

    /// Asks for all of it; fails if anything is null.
    static Verdicts of(BackendProbe probe, Answer answer) {
        Reading reading = probe.question().read(answer);
        assertNotNull(reading, "the question's reader returned null for " + answer);
        List<Finding> findings = new ArrayList<>();
        for (FollowUp followUp : probe.followUps()) {
            for (ModelList known : List.of(KNOWN, ModelList.empty())) {
                Finding finding = followUp.read(answer, known);
                assertNotNull(finding, followUp + "'s reader returned null for " + answer);
                findings.add(finding);
            }
        }
        return new Verdicts(reading, findings, probe.resembles(answer));
    }
}
