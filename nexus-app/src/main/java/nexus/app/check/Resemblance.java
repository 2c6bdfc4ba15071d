package nexus.app.check;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import nexus.spi.Reading;

/// Whose an answer is, by what the probes say. Immutable; a probe that throws says nothing.
final class Resemblance {

    private final List<BackendProbe> probes;

    Resemblance(List<BackendProbe> probes) {
        this.probes = List.copyOf(probes);
    }

    /// The probes of the types that are sure to know the answer as one of theirs; to be asked while its body
    /// stands.
    List<BackendProbe> of(Answer answer) {
        return probes.stream().filter(probe -> resembles(probe, answer)).toList();
    }

    /// The paths of all deciding questions, those that most types share first.
    List<String> decidingPaths() {
        Map<String, Long> shared = probes.stream()
                .map(probe -> probe.question().path())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return shared.keySet().stream()
                .sorted(Comparator.<String, Long>comparing(shared::get)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /// The further paths that probes would like to see the answer of.
    List<String> tellingPaths() {
        var paths = new LinkedHashSet<String>();
        probes.forEach(probe -> paths.addAll(probe.tellingPaths()));
        decidingPaths().forEach(paths::remove);
        return List.copyOf(paths);
    }

    /// The types whose deciding question has this path.
    List<BackendProbe> decidedAt(String path) {
        return probes.stream()
                .filter(probe -> probe.question().path().equals(path))
                .toList();
    }

    /// What a type's reader makes of an answer to its deciding question.
    static Reading read(BackendProbe probe, Answer answer) {
        try {
            Reading reading = probe.question().read(answer);
            return reading == null ? Reading.unreadable("its probe says nothing") : reading;
        } catch (Throwable e) { // foreign code may throw anything, undeclared exceptions too
            return Reading.unreadable("its probe failed on this answer");
        }
    }

    private static boolean resembles(BackendProbe probe, Answer answer) {
        try {
            return probe.resembles(answer);
        } catch (Throwable e) { // foreign code may throw anything, undeclared exceptions too
            return false;
        }
    }
}
