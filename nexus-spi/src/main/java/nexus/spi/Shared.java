package nexus.spi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// One instance for each of the equal values that a list repeats: its models have the same words and the same few
/// owners. Not thread-safe.
final class Shared<T> {

    /// No server has more different ones; a list made to fill the memory has.
    private static final int MOST = 256;

    private final Map<T, T> known = new HashMap<>();

    /// The shared instance; empty for a new one that there is no room for.
    Optional<T> of(T value) {
        T first = known.get(value);
        if (first != null) {
            return Optional.of(first);
        }
        if (known.size() >= MOST) {
            return Optional.empty();
        }
        known.put(value, value);
        return Optional.of(value);
    }
}
