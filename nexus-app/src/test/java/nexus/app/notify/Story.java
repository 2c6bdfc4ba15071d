package nexus.app.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import nexus.app.config.QuietHours;
import nexus.app.config.ReceiverConfig;
import nexus.app.config.ReceiverShape;
import nexus.app.config.ReceiverTopic;
import nexus.app.config.Samples;
import nexus.app.events.Cause;
import nexus.app.notify.Message.How;

/// What happens to backends, second by second, and what one receiver is told of it.
final class Story {

    /// A Tuesday, in UTC.
    static final Instant START = Instant.parse("2026-11-24T16:00:00Z");

    static final Cause TIMEOUT =
            new Cause("Timeout", "Timeout(5)", "connected in 0.4 ms, then no answer for 5 s", "Fix backend");

    static final ReceiverConfig RULES = Samples.receiver("ops", "http://127.0.0.1:1/hook", ReceiverShape.JSON);

    private static final Duration STEP = Duration.ofSeconds(1);

    private final List<Message> messages = new ArrayList<>();
    private final Digest digest;
    private Instant now;

    Story() {
        this(RULES);
    }

    Story(ReceiverConfig rules) {
        this(rules, START);
    }

    Story(ReceiverConfig rules, Instant start) {
        this.digest = new Digest(rules);
        this.now = start;
    }

    static ReceiverConfig rules(UnaryOperator<Rules> change) {
        return change.apply(new Rules(RULES.topics(), RULES.remind(), RULES.quiet()))
                .config();
    }

    /// The parts of a receiver's configuration that its digest goes by.
    record Rules(Set<ReceiverTopic> topics, Duration remind, QuietHours quiet) {

        Rules on(ReceiverTopic... others) {
            return new Rules(Set.of(others), remind, quiet);
        }

        Rules remind(Duration other) {
            return new Rules(topics, other, quiet);
        }

        Rules quiet(QuietHours other) {
            return new Rules(topics, remind, other);
        }

        private ReceiverConfig config() {
            return new ReceiverConfig(
                    RULES.name(),
                    RULES.url(),
                    RULES.shape(),
                    RULES.credential(),
                    RULES.scope(),
                    topics,
                    RULES.group(),
                    remind,
                    quiet,
                    RULES.timeout(),
                    RULES.caFile());
        }
    }

    Digest digest() {
        return digest;
    }

    Instant now() {
        return now;
    }

    Story fell(String... names) {
        for (String name : names) {
            fell(name, "gpu-1", TIMEOUT);
        }
        return this;
    }

    Story fell(String name, String host, Cause cause) {
        digest.fell(name, host, now, Optional.of(cause));
        return this;
    }

    Story rose(String... names) {
        return over(How.HEALTHY, names);
    }

    Story over(How how, String... names) {
        for (String name : names) {
            digest.over(name, how, now);
        }
        return this;
    }

    /// Time passes, and the digest is asked every second.
    Story pass(Duration span) {
        var end = now.plus(span);
        while (now.isBefore(end)) {
            now = now.plus(STEP);
            digest.due(now).ifPresent(messages::add);
        }
        return this;
    }

    Story seconds(int count) {
        return pass(Duration.ofSeconds(count));
    }

    /// The clock is set, and nobody asks meanwhile.
    Story clock(Instant other) {
        now = other;
        return this;
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }

    Message last() {
        return messages.getLast();
    }

    List<String> titles() {
        return messages.stream().map(message -> MessageText.of(message).title()).toList();
    }

    List<String> lines() {
        return MessageText.of(last()).lines();
    }
}
