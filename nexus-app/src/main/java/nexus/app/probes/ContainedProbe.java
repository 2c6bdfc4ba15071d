package nexus.app.probes;

import java.util.List;
import java.util.Set;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.FollowUp;
import nexus.spi.Question;

/// A plugin's probe whose readers run contained. What is constant by contract was asked once.
record ContainedProbe(
        String type,
        Set<String> aliases,
        Question question,
        List<FollowUp> followUps,
        List<String> tellingPaths,
        BackendProbe probe,
        Containment containment)
        implements BackendProbe {

    /// Asks the probe for all that is constant: call it contained.
    static ContainedProbe of(BackendProbe probe, Containment containment) {
        return new ContainedProbe(
                probe.type(),
                Set.copyOf(probe.aliases()),
                contained(probe.question(), containment),
                probe.followUps().stream()
                        .map(followUp -> contained(followUp, containment))
                        .toList(),
                List.copyOf(probe.tellingPaths()),
                probe,
                containment);
    }

    private static Question contained(Question question, Containment containment) {
        return Question.get(question.path(), answer -> containment.call(() -> question.read(answer)));
    }

    private static FollowUp contained(FollowUp followUp, Containment containment) {
        return FollowUp.get(followUp.path(), (answer, known) -> containment.call(() -> followUp.read(answer, known)));
    }

    @Override
    public boolean resembles(Answer answer) {
        return containment.call(() -> probe.resembles(answer));
    }
}
