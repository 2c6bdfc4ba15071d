package nexus.app.check;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds parts of keys in texts, of eight characters and longer. Each text is read once, however many keys there
/// are and however long they be: a server may send two MiB of texts, and nobody stops a thread that only computes.
/// Immutable.
final class Fragments {

    private static final int SHORTEST = 8;

    /// Where eight characters stand in a key.
    ///
    /// @param window these characters, a byte each
    private record Place(long window, String key, int at) {}

    /// What is found in a text.
    private record Part(int start, int end) {}

    /// In the order of their windows.
    private final List<Place> places;
    private final long[] windows;

    Fragments(List<String> keys) {
        places = keys.stream()
                .flatMap(key -> IntStream.rangeClosed(0, key.length() - SHORTEST)
                        .mapToObj(at -> new Place(window(key, at), key, at)))
                .sorted(Comparator.comparingLong(Place::window))
                .toList();
        windows = places.stream().mapToLong(Place::window).toArray();
    }

    /// The text with `hidden` in place of each part, or the text itself if it has none.
    String without(String text, String hidden) {
        var first = next(text, 0);
        if (first.isEmpty()) {
            return text;
        }
        var shown = new StringBuilder();
        int done = 0;
        for (var part = first; part.isPresent(); part = next(text, done)) {
            shown.append(text, done, part.get().start()).append(hidden);
            done = part.get().end();
        }
        return shown.append(text, done, text.length()).toString();
    }

    private Optional<Part> next(String text, int from) {
        if (windows.length == 0 || text.length() - from < SHORTEST) {
            return Optional.empty();
        }
        long window = window(text, from) >>> Byte.SIZE;
        for (int end = from + SHORTEST; end <= text.length(); end++) {
            window = with(window, text.charAt(end - 1));
            int length = longest(text, end - SHORTEST, window);
            if (length >= SHORTEST) {
                return Optional.of(new Part(end - SHORTEST, end - SHORTEST + length));
            }
        }
        return Optional.empty();
    }

    /// How many characters from here stand in a key like this.
    private int longest(String text, int start, long window) {
        int length = 0;
        for (int i = firstPlace(window); i < windows.length && windows[i] == window; i++) {
            var place = places.get(i);
            length = Math.max(length, alike(text, start, place.key(), place.at()));
        }
        return length;
    }

    private int firstPlace(long window) {
        int found = Arrays.binarySearch(windows, window);
        if (found < 0) {
            return windows.length;
        }
        while (found > 0 && windows[found - 1] == window) {
            found--;
        }
        return found;
    }

    private static int alike(String text, int start, String key, int at) {
        int most = Math.min(text.length() - start, key.length() - at);
        int length = 0;
        while (length < most && text.charAt(start + length) == key.charAt(at + length)) {
            length++;
        }
        return length;
    }

    private static long window(String text, int from) {
        long window = 0;
        for (int i = from; i < from + SHORTEST; i++) {
            window = with(window, text.charAt(i));
        }
        return window;
    }

    private static long with(long window, char next) {
        return window << Byte.SIZE | next & 0xFF;
    }
}
