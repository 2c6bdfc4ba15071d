package nexus.app.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a receiver wants to hear of.
public enum ReceiverTopic {
    /// A backend became unhealthy, or is still so after a while.
    UNHEALTHY,
    /// One that was told as unhealthy is so no more.
    HEALTHY,
    /// One that was told as unhealthy stays so for another reason.
    CAUSE;

    static final List<String> WORDS =
            Stream.of(values()).map(ReceiverTopic::text).toList();

    /// As the file writes it: `unhealthy`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ReceiverTopic of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
