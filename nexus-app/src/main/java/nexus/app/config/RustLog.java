package nexus.app.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads `RUST_LOG`, in the form of Rust's env_logger: `debug`, `nexus=debug`, `info,nexus::health=debug`.
///
/// It may have been set for other programs, so nothing in it is ever an error. Nexus has one level: the most
/// talkative of the directives that name a part of Nexus; without one, the level that names no target.
final class RustLog {

    private static final List<String> LEVELS = List.of("trace", "debug", "info", "warn", "error", "off");

    private RustLog() {}

    static Optional<String> level(String text) {
        int best = LEVELS.size();
        Optional<String> general = Optional.empty();
        // What follows a slash filters by text, which Nexus does not do.
        for (String directive : text.split("/", 2)[0].split(",")) {
            String[] parts = directive.strip().toLowerCase(Locale.ROOT).split("=", 2);
            if (parts.length == 1 && LEVELS.contains(parts[0])) {
                general = Optional.of(parts[0]);
            } else if (isOurs(parts[0].strip())) {
                best = Math.min(best, rank(parts));
            }
        }
        return best < LEVELS.size() ? Optional.of(LEVELS.get(best)) : general;
    }

    private static boolean isOurs(String target) {
        return target.equals("nexus") || target.startsWith("nexus::") || target.equals("health");
    }

    /// A target without a level asks for everything.
    private static int rank(String[] parts) {
        if (parts.length == 1) {
            return 0;
        }
        int rank = LEVELS.indexOf(parts[1].strip());
        return rank < 0 ? LEVELS.size() : rank;
    }
}
