package nexus.app.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The form in which a receiver wants to be told.
public enum ReceiverShape {
    /// Nexus's own, for programs; signed where there is a secret.
    JSON("secret_env", "\"NEXUS_SIGNING_SECRET\"", "what each message is signed with"),
    /// A Slack incoming webhook, and what speaks like one (Mattermost, Rocket.Chat).
    SLACK,
    /// A Discord webhook.
    DISCORD,
    /// A topic of ntfy.
    NTFY("token_env", "\"NTFY_TOKEN\"", "the token of the topic, sent as Authorization: Bearer"),
    /// PagerDuty's Events API v2.
    PAGERDUTY("routing_key_env", "\"PAGERDUTY_KEY\"", "the integration's key; required");

    static final List<String> WORDS =
            Stream.of(values()).map(ReceiverShape::text).toList();

    private final String credentialKey;
    private final String example;
    private final String about;

    ReceiverShape() {
        this("", "", "");
    }

    ReceiverShape(String credentialKey, String example, String about) {
        this.credentialKey = credentialKey;
        this.example = example;
        this.about = about;
    }

    /// The key that names the variable of its credential; empty for a shape that has none beside its URL.
    String credentialKey() {
        return credentialKey;
    }

    /// What is said of [#credentialKey].
    Key credential() {
        return Key.unset(
                Forms.VARIABLE, "none", example, "for shape \"" + text() + "\": the variable that holds " + about);
    }

    /// As the file writes it: `pagerduty`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReceiverShape of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
