package nexus.app.cli;

import java.time.ZoneOffset;
import nexus.app.explain.Explanation;

/// An explanation as a person sees it, for tests of other packages.
public final class Screens {

    private Screens() {}

    /// On a terminal of 80 columns, in UTC.
    public static String of(Explanation explanation) {
        return of(explanation, new Page.Paper(80, true, false), false);
    }

    static String of(Explanation explanation, Page.Paper paper, boolean all) {
        var json = CheckedBackends.read(CheckedBackends.document(explanation));
        return new WhyText(json, paper, ZoneOffset.UTC).of(all);
    }

    /// How many columns a text takes.
    public static int width(String text) {
        return DisplayWidth.of(text);
    }
}
