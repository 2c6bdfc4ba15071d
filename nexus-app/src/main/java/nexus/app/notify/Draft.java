package nexus.app.notify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import nexus.app.config.ReceiverTopic;
import nexus.app.notify.Message.Blip;
import nexus.app.notify.Message.Fallen;
import nexus.app.notify.Message.Incident;
import nexus.app.notify.Message.Kind;
import nexus.app.notify.Message.Returned;

/// A message while it is gathered. For one thread.
final class Draft {

    private final Kind kind;
    private final Instant at;
    private final Set<ReceiverTopic> topics;
    private final Part.Gathering<Fallen> unhealthy = new Part.Gathering<>();
    private final Part.Gathering<Returned> back = new Part.Gathering<>();
    private final Part.Gathering<Blip> blips = new Part.Gathering<>();
    private final Part.Gathering<Fallen> causes = new Part.Gathering<>();
    private final SortedSet<String> fallenHosts = new TreeSet<>();
    private Optional<String> suspicion = Optional.empty();

    /// @param topics what the receiver wants to hear of
    Draft(Kind kind, Instant at, Set<ReceiverTopic> topics) {
        this.kind = kind;
        this.at = at;
        this.topics = topics;
    }

    /// Takes in what changed with a backend since the last message.
    void add(Case one) {
        switch (one.now()) {
            case DOWN -> down(one);
            case OVER -> {
                if (one.isTold()) {
                    back.add(one.returned());
                } else if (one.isBlip()) {
                    blips.add(one.blip());
                }
            }
            case UNKNOWN -> {
                // To be told when it is known.
            }
        }
    }

    private void down(Case one) {
        if (one.isNews()) {
            unhealthy.add(one.fallen());
            fallenHosts.add(one.host());
            // The later one counts more failures; cases come in the order of names, so the longer is taken.
            suspicion = one.suspicion()
                    .filter(words ->
                            words.length() >= suspicion.map(String::length).orElse(0))
                    .or(() -> suspicion);
        } else if (one.isCauseNews()) {
            causes.add(one.fallen());
        }
    }

    /// Takes in a backend that is still unhealthy.
    void remind(Case one) {
        unhealthy.add(one.fallen());
    }

    /// The hosts of backends that the receiver is told of as unhealthy for the first time.
    SortedSet<String> fallenHosts() {
        return fallenHosts;
    }

    /// @param down how many backends the receiver knows as unhealthy, by host
    /// @return empty if there is nothing that the receiver wants to hear
    Optional<Message> message(List<Incident> incidents, Map<String, Integer> down) {
        var message = new Message(
                kind,
                at,
                wanted(ReceiverTopic.UNHEALTHY, unhealthy),
                wanted(ReceiverTopic.HEALTHY, back),
                wanted(ReceiverTopic.UNHEALTHY, blips),
                wanted(ReceiverTopic.CAUSE, causes),
                topics.contains(ReceiverTopic.UNHEALTHY) ? suspicion : Optional.empty(),
                incidents,
                down.values().stream().mapToInt(Integer::intValue).sum());
        return Optional.of(message).filter(Message::isNews);
    }

    private <T extends Message.Told> Part<T> wanted(ReceiverTopic topic, Part.Gathering<T> part) {
        return topics.contains(topic) ? part.part() : Part.none();
    }
}
