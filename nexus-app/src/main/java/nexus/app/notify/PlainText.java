package nexus.app.notify;

import nexus.app.events.Cause;
import nexus.app.log.Printable;

/// Text of servers on its way to people: one line, nothing that hides or reorders, not too long.
final class PlainText {

    static final int LONGEST = 300;

    private PlainText() {}

    static String of(String text) {
        return cut(Printable.text(cut(text, LONGEST)), LONGEST);
    }

    static Cause of(Cause cause) {
        return new Cause(of(cause.kind()), of(cause.text()), of(cause.cause()), of(cause.fix()));
    }

    /// At most so many characters; never half of one that takes two.
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
