package nexus.app.events;

/// What of a sentence is the same from check to check while the reason is: all but quotations, and words with a
/// digit in them, as times, counts and request ids have. Used once.
final class LastingWords {

    private static final int LEFT_OUT = -1;
    private static final int END = -2;

    private final String words;
    private int at;

    private LastingWords(String words) {
        this.words = words;
    }

    /// Whether two sentences differ in nothing else. Cheap: for the thread of a check.
    static boolean areSame(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        var left = new LastingWords(one);
        var right = new LastingWords(other);
        int next = left.next();
        while (next == right.next()) {
            if (next == END) {
                return true;
            }
            next = left.next();
        }
        return false;
    }

    private int next() {
        if (at == words.length()) {
            return END;
        }
        int end = leftOutTo();
        if (end > at) {
            at = end;
            return LEFT_OUT;
        }
        return words.charAt(at++);
    }

    /// Where the part that begins here and is left out ends; here if there is none.
    private int leftOutTo() {
        int quoted = words.charAt(at) == '"' ? words.indexOf('"', at + 1) : -1;
        if (quoted > 0) {
            return quoted + 1;
        }
        boolean digit = false;
        int end = at;
        for (; end < words.length() && words.charAt(end) != ' '; end++) {
            digit |= words.charAt(end) >= '0' && words.charAt(end) <= '9';
        }
        return digit ? end : at;
    }
}
