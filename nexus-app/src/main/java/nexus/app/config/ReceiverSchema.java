package nexus.app.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/// The keys of one `[[notify]]` entry.
final class ReceiverSchema {

    static final Key KEY = Key.section(
            new Shape.Tables("a receiver"), "one for each receiver of notifications about backends; at most 100");

    private ReceiverSchema() {}

    static Shape.Section section() {
        var keys = new LinkedHashMap<String, Key>();
        address(keys);
        scope(keys);
        times(keys);
        keys.put(
                "ca_file",
                Key.unset(
                        Forms.PEM,
                        "Java's trust store",
                        "\"certs/ca.pem\"",
                        "the CAs that are trusted, instead of Java's trust store. Relative to the configuration file. Read "
                                + "again for each message"));
        return Schema.section(keys);
    }

    private static void address(Map<String, Key> keys) {
        keys.put("name", Key.required(Forms.NAME, "\"ops\"", "unique; of letters, digits, dots, _ and -"));
        keys.put(
                "shape",
                Key.required(
                        new Scalar.Word(ReceiverShape.WORDS),
                        "\"slack\"",
                        "the message format, as the service expects it"));
        keys.put(
                "url",
                Key.unset(
                        new Scalar.Hidden("a URL like \"https://hooks.example.com/x\"", text -> !text.isBlank()),
                        "url_env, or PagerDuty's own",
                        "\"https://ntfy.sh/my-topic\"",
                        "where messages are sent. Either this or url_env; not needed for PagerDuty"));
        keys.put(
                "url_env",
                Key.unset(
                        Forms.VARIABLE,
                        "url",
                        "\"SLACK_URL\"",
                        "the variable that holds the URL, which is a secret with Slack and Discord. It must be set and "
                                + "not empty"));
        for (var shape : ReceiverShape.values()) {
            if (!shape.credentialKey().isEmpty()) {
                keys.put(shape.credentialKey(), shape.credential());
            }
        }
    }

    private static void scope(Map<String, Key> keys) {
        keys.put(
                "on",
                Key.usual(
                        new Scalar.Texts(
                                "one of " + String.join(", ", ReceiverTopic.WORDS), ReceiverTopic.WORDS::contains),
                        "[\"unhealthy\", \"healthy\"]",
                        "[\"unhealthy\"]",
                        "what it is notified of; \"cause\" is a new cause of the same outage. [] means the default; not for "
                                + "shape \"pagerduty\", which opens and closes incidents"));
        keys.put(
                "backends",
                Key.usual(
                        new Scalar.Texts("the name of a backend", Rules::isName),
                        "[]",
                        "[\"gpu-1\"]",
                        "it is notified of these only. []: of all"));
        keys.put(
                "labels",
                Key.usual(
                        Forms.LABELS,
                        "{}",
                        "{ owner = \"research\" }",
                        "it is notified only of backends with all of these labels"));
    }

    private static void times(Map<String, Key> keys) {
        keys.put(
                "group_seconds",
                Key.usual(
                        Scalar.Seconds.of("0.1", "3600"),
                        "10",
                        "30",
                        "changes within this time are sent as one message"));
        keys.put(
                "remind_hours",
                Key.usual(
                        new Scalar.Whole(0, 720),
                        "4",
                        "24",
                        "hours between reminders of what is still unhealthy; 0: no reminders"));
        keys.put(
                "quiet",
                Key.usual(
                        new Scalar.Texts("a span of hours like \"22:00-07:00\"", QuietHours::isSpan),
                        "[]",
                        "[\"22:00-07:00\"]",
                        "hours of every day; what happens then is sent as one summary at their end. "
                                + "A span that ends before it starts goes over midnight"));
        keys.put(
                "zone",
                Key.unset(
                        new Scalar.Text("a time zone like \"Europe/Berlin\"", ReceiverSchema::isZone),
                        "this machine's",
                        "\"Europe/Berlin\"",
                        "the time zone of quiet"));
        keys.put(
                "timeout_seconds",
                Key.usual(
                        Scalar.Seconds.of("0.1", "60"),
                        "10",
                        "5",
                        "time limit of one attempt, from DNS lookup to last byte"));
    }

    private static boolean isZone(String text) {
        try {
            return ZoneId.of(text).getRules() != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
