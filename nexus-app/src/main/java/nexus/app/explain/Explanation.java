package nexus.app.explain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nexus.app.config.BackendSource;
import nexus.app.health.CheckError;
import nexus.app.health.PhaseTimes;
import nexus.app.registry.RecentCheck;
import nexus.app.registry.RecentCheck.Verdict;

/// All that there is to say of one backend at one moment, without secrets. Immutable.
///
/// @param server    which one, and who named it
/// @param status    the word that users see: `healthy`, `disabled`
/// @param since     when the status began; empty for a single check
/// @param now       the moment that this speaks of
/// @param summary   one sentence, which begins with the name
/// @param notes     more sentences that the reader must not miss
/// @param lastCheck empty: never checked
/// @param streak    empty: it has none that means anything
/// @param recent    the last checks, oldest first
/// @param timeout   what a check may take
/// @param nextCheck empty: none is planned
/// @param models    the ids of its usable models; empty: not known
/// @param counts    of all checks so far
/// @param settings  in the order of the example file
public record Explanation(
        Server server,
        String status,
        Optional<Instant> since,
        Instant now,
        String summary,
        List<String> notes,
        Optional<LastCheck> lastCheck,
        Optional<StreakWords> streak,
        List<RecentCheck> recent,
        Duration timeout,
        Optional<Instant> nextCheck,
        Optional<List<String>> models,
        Counts counts,
        List<Setting> settings) {

    public Explanation {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(summary, "summary");
        notes = List.copyOf(notes);
        Objects.requireNonNull(lastCheck, "lastCheck");
        Objects.requireNonNull(streak, "streak");
        recent = List.copyOf(recent);
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(nextCheck, "nextCheck");
        models = models.map(List::copyOf);
        Objects.requireNonNull(counts, "counts");
        settings = List.copyOf(settings);
    }

    /// Which backend this is about.
    public record Server(String name, String type, String url, BackendSource source) {}

    /// How the last check went.
    ///
    /// @param lateness planned start to actual start, in nanoseconds
    public record LastCheck(
            Instant at,
            Verdict verdict,
            PhaseTimes phases,
            long lateness,
            Optional<CheckError> error,
            Optional<String> voided,
            Optional<SeenWords> seen) {}

    /// What a failed check saw, fit to be shown.
    ///
    /// @param status of a whole answer
    /// @param text   its beginning on one line, escaped, without what looks like a secret
    /// @param length how many bytes came in all
    /// @param cut    whether the text is not all of them
    public record SeenWords(Optional<Integer> status, String text, int length, boolean cut) {}

    /// What the streak means.
    ///
    /// @param text `2 of 3 failures; one more turns it unhealthy`
    /// @param at   when that can be so at the earliest
    public record StreakWords(String text, Optional<Instant> at) {}

    /// Counted checks, and those of them that failed.
    public record Counts(long total, long failed) {}

    /// One setting as it applies.
    ///
    /// @param value     as it would stand in the file; of headers the names, of a key its variable
    /// @param origin    `nexus.toml:12`, `[health_check] nexus.toml:5`, `default`
    /// @param isDefault whether nobody chose it
    public record Setting(String key, String value, String origin, boolean isDefault) {}
}
