package nexus.app.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// On which lines a backend's keys stand, packed: an array of a number a key that somebody set. Its upper five bits
/// are the key, the others the line, which is 0 where an entry has no file. Labels and headers count as one key.
final class KeyLines {

    private static final int LINE_BITS = 27;
    private static final List<String> KEYS = keys();

    private KeyLines() {}

    /// @param places by key, as a walk finds them; what is no backend's key is passed over
    static int[] of(Map<String, Where> places) {
        return KEYS.stream()
                .filter(places::containsKey)
                .mapToInt(key -> packed(key, places.get(key).line()))
                .toArray();
    }

    /// Keys that were set, nobody knows where.
    static int[] of(Collection<String> keys) {
        return KEYS.stream()
                .filter(keys::contains)
                .mapToInt(key -> packed(key, 0))
                .toArray();
    }

    /// The line of a key; empty where it was not set.
    static OptionalInt line(int[] lines, String key) {
        int number = KEYS.indexOf(key);
        for (int packed : lines) {
            if (packed >>> LINE_BITS == number) {
                return OptionalInt.of(packed & (1 << LINE_BITS) - 1);
            }
        }
        return OptionalInt.empty();
    }

    private static int packed(String key, int line) {
        return KEYS.indexOf(key) << LINE_BITS | line;
    }

    private static List<String> keys() {
        var keys = new ArrayList<String>();
        new Schema(Map.of()).backend().keys().forEach((name, key) -> {
            keys.add(name);
            if (key.shape() instanceof Shape.Section section) {
                section.keys().keySet().forEach(inner -> keys.add(name + "." + inner));
            }
        });
        if (keys.size() > 1 << Integer.SIZE - LINE_BITS) {
            throw new IllegalStateException("more keys than five bits can number");
        }
        return List.copyOf(keys);
    }
}
