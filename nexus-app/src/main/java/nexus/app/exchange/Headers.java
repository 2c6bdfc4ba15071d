package nexus.app.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Where the headers of one answer stand in its array; texts are made when asked for.
final class Headers {

    private static final int PLACES = 3;

    /// Three a header: where its name begins, its colon, where its line ends.
    private int[] places = new int[PLACES * 16];

    private int count;

    int count() {
        return count;
    }

    void clear() {
        count = 0;
    }

    void add(int nameStart, int colon, int lineEnd) {
        int at = PLACES * count++;
        if (at == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        places[at] = nameStart;
        places[at + 1] = colon;
        places[at + 2] = lineEnd;
    }

    /// The last header's value goes on to here.
    void stretchLast(int lineEnd) {
        places[PLACES * count - 1] = lineEnd;
    }

    /// The values of all headers of a name given in lower case, in the order sent; mostly none or one.
    List<String> values(byte[] bytes, String name) {
        List<String> found = List.of();
        for (int at = 0; at < PLACES * count; at += PLACES) {
            if (isNamed(bytes, at, name)) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(value(bytes, at));
            }
        }
        return found;
    }

    /// All headers in the order sent.
    List<Map.Entry<String, String>> entries(byte[] bytes) {
        List<Map.Entry<String, String>> all = new ArrayList<>(count);
        for (int at = 0; at < PLACES * count; at += PLACES) {
            int start = places[at];
            String name = new String(bytes, start, places[at + 1] - start, StandardCharsets.ISO_8859_1);
            all.add(Map.entry(name, value(bytes, at)));
        }
        return all;
    }

    private boolean isNamed(byte[] bytes, int at, String name) {
        if (places[at + 1] - places[at] != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            int b = bytes[places[at] + i];
            if ((b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// A value without blanks around it; control characters, also the line ends of a folded one, become blanks.
    private String value(byte[] bytes, int at) {
        int from = places[at + 1] + 1;
        int to = places[at + 2];
        while (from < to && isBlank(bytes[from])) {
            from++;
        }
        while (to > from && isBlank(bytes[to - 1])) {
            to--;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return withoutControls(text);
            }
        }
        return text;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    private static String withoutControls(String text) {
        char[] clean = text.toCharArray();
        for (int i = 0; i < clean.length; i++) {
            clean[i] = Character.isISOControl(clean[i]) ? ' ' : clean[i];
        }
        return new String(clean);
    }
}
