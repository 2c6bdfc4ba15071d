package nexus.app.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The form in which a receiver wants to be told.
public enum ReceiverShape {
    /// Nexus's own, for programs; signed where there is a secret.
    JSON("secret_env"),
    /// A Slack incoming webhook, and what speaks like one (Mattermost, Rocket.Chat).
    SLACK(""),
    /// A Discord webhook.
    DISCORD(""),
    /// A topic of ntfy.
    NTFY("token_env"),
    /// PagerDuty's Events API v2.
    PAGERDUTY("routing_key_env");

    static final List<String> WORDS =
            Stream.of(values()).map(ReceiverShape::text).toList();

    private final String credentialKey;

    ReceiverShape(String credentialKey) {
        this.credentialKey = credentialKey;
    }

    /// The key that names the variable of its credential; empty for a shape that has none beside its URL.
    String credentialKey() {
        return credentialKey;
    }

    /// As the file writes it: `pagerduty`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReceiverShape of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
