package nexus.app.config;

import java.util.LinkedHashMap;

/// The keys of `[health_check]`.
final class CheckSchema {

    private CheckSchema() {}

    static Key section() {
        var keys = new LinkedHashMap<String, Key>();
        keys.put(
                "enabled",
                Key.usual(Forms.SWITCH, "true", "false", "false: no backend is ever checked, all stay unknown"));
        keys.put(
                "interval_seconds",
                Key.usual(
                        Forms.INTERVAL,
                        "30",
                        "10",
                        "time between two checks of a backend. Counted from planned start to planned start"));
        keys.put(
                "timeout_seconds",
                Key.usual(
                        Forms.TIMEOUT,
                        "5",
                        "2.5",
                        "time limit of a whole check, from DNS lookup to last byte. It may be longer than the interval: "
                                + "the next check of a backend waits until the previous one has ended"));
        keys.put(
                "failure_threshold",
                Key.usual(Forms.THRESHOLD, "3", "2", "failures in a row that make a backend unhealthy"));
        keys.put(
                "recovery_threshold",
                Key.usual(Forms.THRESHOLD, "2", "1", "successes in a row that make a backend healthy"));
        keys.put(
                "startup_interval_seconds",
                Key.usual(
                        Forms.INTERVAL,
                        "1",
                        "0.5",
                        "check interval while a backend is unknown, at most interval_seconds. A shorter interval_seconds "
                                + "lowers this default too. Large fleets stretch it, so that no more than 4000 checks "
                                + "start in a second"));
        keys.put(
                "transition_interval_seconds",
                Key.unset(
                        Forms.INTERVAL,
                        "interval_seconds",
                        "5",
                        "check interval while consecutive results point to a change of status. A shorter one detects the "
                                + "change sooner and costs extra requests only then"));
        keys.put(
                "down_interval_seconds",
                Key.unset(Forms.INTERVAL, "interval_seconds", "60", "check interval of an unhealthy backend"));
        keys.put(
                "max_body_bytes",
                Key.usual(
                        new Scalar.Whole(1024, 268_435_456),
                        "2097152",
                        "65536",
                        "the longest answer that is read, in bytes. A longer one is a failed check"));
        keys.put(
                "on_parse_error",
                Key.usual(
                        Forms.ON_PARSE_ERROR,
                        "\"fail\"",
                        "\"alive\"",
                        "how an unreadable 2xx response counts: \"fail\" is a failed check; \"alive\" is a success that "
                                + "keeps the models known before. HTML and error objects always fail"));
        return Key.section(Schema.section(keys), "when backends are checked and how they are judged");
    }
}
