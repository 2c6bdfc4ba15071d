package nexus.app.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import nexus.app.exchange.Ending;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Reading;

/// Finds the type to set instead, for a server that doesn't answer its own type's question. A mark in an answer
/// names a suspect, and the suspect's own question must be answered too: where the path in the URL is wrong, the
/// marks are there, and no type would do. For one thread.
final class TypeSearch {

    private final Resemblance resemblance;
    private final Target target;
    private final Round round;

    TypeSearch(Resemblance resemblance, Target target, Round round) {
        this.resemblance = resemblance;
        this.target = target;
        this.round = round;
    }

    /// The types of which an answer is typical, other than the target's own; to be asked while its body stands.
    static List<BackendProbe> suspects(Resemblance resemblance, Target target, Answer answer) {
        return resemblance.of(answer).stream()
                .filter(probe -> !probe.type().equals(target.probe().type()))
                .toList();
    }

    /// The type that would do.
    ///
    /// @param first the suspects so far
    Optional<String> find(List<BackendProbe> first) {
        return ready(first).or(() -> elsewhere(first));
    }

    /// Looks for marks at the other types' paths.
    private Optional<String> elsewhere(List<BackendProbe> cleared) {
        var further = new LinkedHashSet<BackendProbe>();
        var judged = new ArrayList<>(cleared);
        for (String path : resemblance.decidingPaths()) {
            var ending = path.equals(target.path()) ? Optional.<Ending>empty() : round.ask(path);
            if (ending.isPresent() && ending.get() instanceof Ending.Answered(Answer answer)) {
                var suspects = suspects(resemblance, target, answer);
                var own = suspects.stream()
                        .filter(probe -> path.equals(probe.question().path()))
                        .toList();
                var ready = own.stream().filter(probe -> isReady(probe, answer)).findFirst();
                if (ready.isPresent()) {
                    return ready.map(BackendProbe::type);
                }
                further.addAll(suspects);
                judged.addAll(own);
            }
        }
        judged.forEach(further::remove);
        return ready(further);
    }

    private Optional<String> ready(Collection<BackendProbe> suspects) {
        return suspects.stream()
                .filter(probe -> round.insist(probe.question().path())
                        .filter(ending -> ending instanceof Ending.Answered(Answer answer) && isReady(probe, answer))
                        .isPresent())
                .map(BackendProbe::type)
                .findFirst();
    }

    private static boolean isReady(BackendProbe probe, Answer answer) {
        return answer.isSuccess() && Resemblance.read(probe, answer) instanceof Reading.Ready;
    }
}
