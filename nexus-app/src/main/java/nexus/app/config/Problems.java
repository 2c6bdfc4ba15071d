package nexus.app.config;

import java.util.ArrayList;
import java.util.List;

/// Collects what is wrong, so that all of it can be told at once. Confined to one load.
final class Problems {

    private final List<Problem> found = new ArrayList<>();

    void add(Where where, String message) {
        found.add(where.problem(message));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /// Ends the load if anything was found.
    ///
    /// @throws ConfigException with every problem so far
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw exception();
        }
    }

    ConfigException exception() {
        return new ConfigException(found.stream().sorted(Problem.ORDER).toList());
    }
}
