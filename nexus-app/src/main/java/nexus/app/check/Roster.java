package nexus.app.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nexus.app.registry.Backend;

/// The turns of a fleet, one for each enabled backend. Any thread may read; one at a time may let it follow.
final class Roster {

    private final Targets targets;
    private final Seats seats = new Seats();
    private volatile Map<Backend, Turn> turns = Map.of();

    /// What following changed.
    ///
    /// @param added in the fleet's order, not planned yet
    record Change(List<Turn> added, List<Turn> gone) {}

    Roster(Targets targets) {
        this.targets = targets;
    }

    /// Takes over the fleet: turns of the same backend objects stay, with another target where the
    /// configuration is another.
    ///
    /// @throws CheckerException if one can't be checked; nothing is changed then
    Change follow(List<Backend> fleet) {
        Map<Turn, Target> changed = new LinkedHashMap<>();
        var next = LinkedHashMap.<Backend, Turn>newLinkedHashMap(fleet.size());
        var added = new ArrayList<Turn>();
        for (var backend : fleet) {
            var config = backend.config();
            var known = turns.get(backend);
            if (known == null && config.enabled()) {
                known = new Turn(targets.of(config), backend, Rhythm.of(0));
                added.add(known);
            } else if (known != null && known.target.config() != config) {
                changed.put(known, targets.of(config));
            }
            if (known != null) {
                next.put(backend, known);
            }
        }
        var gone = turns.values().stream()
                .filter(turn -> !next.containsKey(turn.backend))
                .toList();
        changed.forEach((turn, target) -> turn.target = target);
        seats.assign(next.values());
        turns = next;
        targets.trusts()
                .keepOnly(next.keySet().stream()
                        .map(backend -> backend.config().tls())
                        .collect(Collectors.toSet()));
        return new Change(List.copyOf(added), gone);
    }

    Collection<Turn> turns() {
        return turns.values();
    }

    Optional<Turn> turn(Backend backend) {
        return Optional.ofNullable(turns.get(backend));
    }

    int size() {
        return turns.size();
    }

    /// What a steady fleet needs and a start may use, in connections a second.
    int pace() {
        return Pace.of(turns.values().stream()
                .map(turn -> turn.target.config().timing())
                .toList());
    }
}
