package nexus.app.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Set;

/// The keys of one `[[notify]]` entry, with their types and ranges.
final class ReceiverSchema {

    private static final Scalar VARIABLE = new Scalar.Hidden("the name of an environment variable", Rules::isVariable);

    private ReceiverSchema() {}

    static Shape.Section section() {
        var keys = new LinkedHashMap<String, Shape>();
        keys.put("name", new Scalar.Text("1 to 64 of the characters A-Z a-z 0-9 . _ -", Rules::isName));
        keys.put("shape", new Scalar.Word(ReceiverShape.WORDS));
        keys.put("url", new Scalar.Hidden("a URL like \"https://hooks.example.com/x\"", text -> !text.isBlank()));
        keys.put("url_env", VARIABLE);
        for (var shape : ReceiverShape.values()) {
            if (!shape.credentialKey().isEmpty()) {
                keys.put(shape.credentialKey(), VARIABLE);
            }
        }
        keys.put(
                "on",
                new Scalar.Texts("one of " + String.join(", ", ReceiverTopic.WORDS), ReceiverTopic.WORDS::contains));
        keys.put("backends", new Scalar.Texts("the name of a backend", Rules::isName));
        keys.put("labels", new Shape.Named(Rules::label, new Scalar.Text("a string", text -> true)));
        keys.put("group_seconds", Scalar.Seconds.of("0.1", "3600"));
        keys.put("remind_hours", new Scalar.Whole(0, 720));
        keys.put("quiet", new Scalar.Texts("a span of hours like \"22:00-07:00\"", QuietHours::isSpan));
        keys.put("zone", new Scalar.Text("a time zone like \"Europe/Berlin\"", ReceiverSchema::isZone));
        keys.put("timeout_seconds", Scalar.Seconds.of("0.1", "60"));
        keys.put("ca_file", new Scalar.Text("the name of a PEM file", text -> !text.isBlank()));
        return new Shape.Section(Collections.unmodifiableMap(keys), Set.of("name", "shape"));
    }

    private static boolean isZone(String text) {
        try {
            return ZoneId.of(text).getRules() != null;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
