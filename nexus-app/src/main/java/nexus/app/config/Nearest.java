package nexus.app.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds what the user may have meant.
public final class Nearest {

    private static final int LONGEST = 64;
    private static final int SHORTEST_START = 3;
    /// Words that so many keys share that they say nothing.
    private static final Set<String> COMMON = Set.of("seconds", "check", "on", "min", "max");

    private Nearest() {}

    /// The known name that a wrong one most probably stands for: by its start, by typing errors, else by a shared word
    /// (`backend_type` for `type`, `interval` for `interval_seconds`).
    public static Optional<String> to(String wrong, Collection<String> known) {
        if (wrong.length() > LONGEST) {
            return Optional.empty();
        }
        String given = wrong.toLowerCase(Locale.ROOT).replace('-', '_').strip();
        return byStart(given, known).or(() -> byDistance(given, known)).or(() -> byWords(given, known));
    }

    /// `llama` for `llamacpp`, though `ollama` is a letter away.
    private static Optional<String> byStart(String given, Collection<String> known) {
        return known.stream()
                .filter(name -> given.length() >= SHORTEST_START
                        && name.replace('-', '_').startsWith(given))
                .min(Comparator.comparingInt(String::length).thenComparing(name -> name));
    }

    /// `; did you mean "x"?`, or nothing.
    static String hint(String wrong, Collection<String> known) {
        return to(wrong, known).map(name -> "; did you mean \"" + name + "\"?").orElse("");
    }

    private static Optional<String> byDistance(String given, Collection<String> known) {
        int best = Math.clamp(given.length() / 3, 1, 3) + 1;
        String found = null;
        for (String name : known) {
            int distance = distance(given, name.replace('-', '_'));
            if (distance < best) {
                best = distance;
                found = name;
            }
        }
        return Optional.ofNullable(found);
    }

    private static Optional<String> byWords(String given, Collection<String> known) {
        int most = 0;
        String found = null;
        for (String name : known) {
            Set<String> shared = words(name);
            shared.retainAll(words(given));
            shared.removeAll(COMMON);
            if (shared.size() > most) {
                most = shared.size();
                found = name;
            }
        }
        return Optional.ofNullable(found);
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(name.split("[_.-]+")));
    }

    /// Insertions, deletions, replacements and swapped neighbours that make one text of the other.
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, cost, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] cost, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
