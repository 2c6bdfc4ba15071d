package nexus.app.faults;

import java.util.Optional;
import nexus.app.health.CheckError;
import nexus.app.health.CheckError.ParseError;
import nexus.app.registry.BackendSnapshot;

/// What Nexus says of a check: the cells of a row, or the pattern in them, where `…` stands for anything.
///
/// @param backend what is known of it then; empty for a row, and where the check ran in another process
record Seen(String verdict, String cause, String fix, Optional<BackendSnapshot> backend) {

    Seen(String verdict, String cause, String fix) {
        this(verdict, cause, fix, Optional.empty());
    }

    /// What the last check of a backend came to.
    static Seen of(BackendSnapshot backend) {
        var last = backend.lastCheck().orElseThrow();
        if (last.error().isEmpty()) {
            String models = backend.models()
                    .map(list -> list.models().size())
                    .map(count -> count == 1 ? "1 model" : count + " models")
                    .orElse("no list of models");
            return new Seen("healthy", models, "nothing to do", Optional.of(backend));
        }
        CheckError error = last.error().get();
        // The text of a ParseError repeats the cause that stands beside it.
        String text = error instanceof ParseError ? "ParseError(…)" : error.text();
        Optional<String> voided = last.voided();
        return voided.map(reason -> new Seen("void, looks like " + text, reason, error.fix(), Optional.of(backend)))
                .orElseGet(() -> new Seen(text, error.cause(), error.fix(), Optional.of(backend)));
    }

    boolean matches(Seen pattern) {
        return matches(verdict, pattern.verdict) && matches(cause, pattern.cause) && matches(fix, pattern.fix);
    }

    private static boolean matches(String text, String pattern) {
        int from = 0;
        String[] parts = pattern.split("…", -1);
        if (!text.startsWith(parts[0])) {
            return false;
        }
        for (String part : parts) {
            int at = text.indexOf(part, from);
            if (at < 0) {
                return false;
            }
            from = at + part.length();
        }
        return text.endsWith(parts[parts.length - 1]) && (parts.length > 1 || text.equals(pattern));
    }

    @Override
    public String toString() {
        return cell(verdict) + " | " + cell(cause) + " | " + cell(fix);
    }

    private static String cell(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
