package nexus.distribution.docs;

import java.util.List;
import java.util.regex.Pattern;

/// What is of the moment in an output: each kind of value is masked by its name, and nothing else is changed. Tables
/// are as wide as their values, so blanks and rules in a row are one.
final class Moment {

    private record Kind(String name, Pattern pattern) {}

    /// What a check's own line adds on a busy machine.
    private static final String LATE = "(; started [0-9.]+ m?s late)?";

    /// In this order: a date with its time before a time alone.
    private static final List<Kind> KINDS = List.of(
            kind("TIME", "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)?"),
            kind("TIME", "\\b\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?\\b"),
            kind("DATE", "\\b\\d{4}-\\d\\d-\\d\\d\\b"),
            kind("ID", "\\b1\\d{12,}\\b"),
            kind("HASH", "\\b[0-9a-f]{32,64}\\b"),
            kind("BARS", "[▁▂▃▄▅▆▇█✗○·]{3,}|▁"),
            kind("PHASES", "took [0-9.]+ ms, mostly [a-z ]+"),
            kind("PHASES", "\\b((resolve|connect|tls|wait|read) [0-9.]+(, )?)+ ms(, mostly [a-z ]+)?" + LATE),
            kind("PERCENT", "\\b\\d+(\\.\\d+)? %"),
            kind("DURATION", "\\b(\\d+(\\.\\d+)? to )?\\d+(\\.\\d+)? (µs|ms|s)\\b"),
            kind("DURATION", "\\b(?!(24h|7d|30d)\\b)(\\d+[dhms] )*\\d+(\\.\\d+)?(ms|[dhms])\\b"),
            kind("LATENCY", "(?<=_ms[\"=:]{1,2})\\d+(\\.\\d+)?"),
            kind("SIZE", "\\b\\d+(\\.\\d+)? MB\\b"),
            kind("VERSION", "(?<![\\d.])\\d+\\.\\d+\\.\\d+(?![\\d.]*\\d)"),
            kind("PORT", "(?<=[\\w\\]]:)([3-5]\\d{4}|6[0-5]\\d{3})\\b"),
            kind("PID", "(?<=\\bpid[ =])\\d+"),
            kind(
                    "COUNT",
                    "\\b\\d+ (?=good\\b|failed\\b|checks?\\b|in a row\\b|failures?\\b|[A-Z][A-Za-z]+(Error|Failed)\\b|Timeout\\b)"),
            kind("COUNT", "\\b\\d+(?=, of which\\b)"),
            kind("COUNT", "(?<=\\((success|failure) )\\d+"),
            kind(" ", "\\h{2,}"),
            kind("─", "─{2,}"),
            kind("-", "-{4,}"));

    private Moment() {}

    private static Kind kind(String name, String pattern) {
        return new Kind(name, Pattern.compile(pattern));
    }

    static String masked(String line) {
        var masked = line.strip();
        for (var kind : KINDS) {
            masked = kind.pattern().matcher(masked).replaceAll(kind.name());
        }
        return masked;
    }
}
