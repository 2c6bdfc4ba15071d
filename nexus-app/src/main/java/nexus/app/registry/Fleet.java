package nexus.app.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which backends there are, until the next replacement. Immutable.
///
/// @param backends in configured order
record Fleet(List<Backend> backends, Map<String, Backend> byName) {

    static final Fleet EMPTY = new Fleet(List.of(), Map.of());

    static Fleet of(List<Backend> backends) {
        return new Fleet(
                List.copyOf(backends),
                backends.stream()
                        .collect(Collectors.toMap(
                                backend -> backend.config().name(),
                                Function.identity(),
                                (one, _) -> one,
                                HashMap::new)));
    }

    Optional<Backend> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    List<BackendSnapshot> snapshots() {
        return backends.stream().map(Backend::snapshot).toList();
    }
}
