package nexus.app.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import nexus.app.cli.Screens;
import nexus.app.config.Origins;
import nexus.app.explain.Circumstances;
import nexus.app.explain.Explainer;
import nexus.app.explain.Explanation;
import nexus.app.health.CheckError;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.RecentCheck;
import nexus.app.registry.RecentCheck.Verdict;

/// What `nexus why` makes of a fault: one screen that names it.
final class Why {

    private static final int LINES = 24;
    private static final int COLUMNS = 80;
    private static final int RECENT = 30;

    private Why() {}

    /// Whether there was something to explain; fails if it was explained badly.
    static boolean explains(Seen seen) {
        seen.backend().ifPresent(backend -> {
            String screen = Screens.of(explanation(backend));
            assertFits(screen);
            var check = backend.lastCheck().orElseThrow();
            check.error().ifPresent(error -> assertNames(error, seen.cause(), screen));
            assertEquals(check.error().isPresent(), screen.contains("\n  cause   "), screen);
            boolean came = check.error().isPresent() && check.seen().isPresent();
            assertEquals(came, screen.contains("\n  seen    "), screen);
            for (String secret : backend.config().secrets()) {
                assertFalse(screen.contains(secret), screen);
            }
        });
        return seen.backend().isPresent();
    }

    private static Explanation explanation(BackendSnapshot backend) {
        var check = backend.lastCheck().orElseThrow();
        var recent = new RecentCheck(
                check.at(),
                check.error().isPresent() ? Verdict.UNHEALTHY : Verdict.HEALTHY,
                check.error().map(CheckError::kind),
                check.phases());
        var around = new Circumstances(Origins.NONE, true, 1, check.at().plusSeconds(1));
        return Explainer.explain(backend, Collections.nCopies(RECENT, recent), around);
    }

    private static void assertFits(String screen) {
        assertTrue(screen.lines().count() <= LINES, screen);
        assertTrue(screen.lines().allMatch(line -> Screens.width(line) <= COLUMNS), screen);
        assertTrue(screen.codePoints().allMatch(c -> c == '\n' || isHarmless(c)), screen);
    }

    /// Wherever its lines are broken.
    private static void assertNames(CheckError error, String cause, String screen) {
        String all = squeezed(screen);
        assertTrue(all.contains(squeezed(cause)), screen);
        assertTrue(all.contains(squeezed(error.cause())), screen);
        assertTrue(all.contains(squeezed(error.fix())), screen);
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
