package nexus.app.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/// The keys of one `[[notify]]` entry.
final class ReceiverSchema {

    static final Key KEY = Key.section(
            new Shape.Tables("a receiver"), "one for each place that is told when backends come and go; at most 100");

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
                        "Java's own list",
                        "\"certs/ca.pem\"",
                        "trusted instead of Java's own list. Relative to the configuration file. Read anew for each message"));
        return Schema.section(keys);
    }

    private static void address(Map<String, Key> keys) {
        keys.put("name", Key.required(Forms.NAME, "\"ops\"", "unique; of letters, digits, dots, _ and -"));
        keys.put(
                "shape",
                Key.required(
                        new Scalar.Word(ReceiverShape.WORDS),
                        "\"slack\"",
                        "in which form it is told, as its service " + "takes it"));
        keys.put(
                "url",
                Key.unset(
                        new Scalar.Hidden("a URL like \"https://hooks.example.com/x\"", text -> !text.isBlank()),
                        "url_env, or PagerDuty's own",
                        "\"https://ntfy.sh/my-topic\"",
                        "where messages are sent. Either this or url_env; PagerDuty's is known"));
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
                        "what it hears of; \"cause\" is another reason for the same trouble. [] is the default; not for "
                                + "shape \"pagerduty\", which opens and closes incidents"));
        keys.put(
                "backends",
                Key.usual(
                        new Scalar.Texts("the name of a backend", Rules::isName),
                        "[]",
                        "[\"gpu-1\"]",
                        "it hears of these only. []: of all"));
        keys.put(
                "labels",
                Key.usual(
                        Forms.LABELS,
                        "{}",
                        "{ owner = \"research\" }",
                        "it hears only of backends with all of these labels"));
    }

    private static void times(Map<String, Key> keys) {
        keys.put(
                "group_seconds",
                Key.usual(
                        Scalar.Seconds.of("0.1", "3600"),
                        "10",
                        "30",
                        "changes that come within this time are one message"));
        keys.put(
                "remind_hours",
                Key.usual(
                        new Scalar.Whole(0, 720),
                        "4",
                        "24",
                        "after so many hours it is reminded of what is still unhealthy; 0: never"));
        keys.put(
                "quiet",
                Key.usual(
                        new Scalar.Texts("a span of hours like \"22:00-07:00\"", QuietHours::isSpan),
                        "[]",
                        "[\"22:00-07:00\"]",
                        "hours of every day; what happens then is told as one summary at their end. "
                                + "A span that ends before it starts goes over midnight"));
        keys.put(
                "zone",
                Key.unset(
                        new Scalar.Text("a time zone like \"Europe/Berlin\"", ReceiverSchema::isZone),
                        "this machine's",
                        "\"Europe/Berlin\"",
                        "whose hours quiet means"));
        keys.put(
                "timeout_seconds",
                Key.usual(Scalar.Seconds.of("0.1", "60"), "10", "5", "for one attempt, name lookup to last byte"));
    }

    private static boolean isZone(String text) {
        try {
            return ZoneId.of(text).getRules() != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
