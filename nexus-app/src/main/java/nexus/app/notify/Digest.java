package nexus.app.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nexus.app.config.ReceiverConfig;
import nexus.app.config.ReceiverShape;
import nexus.app.events.Cause;
import nexus.app.notify.Message.How;
import nexus.app.notify.Message.Kind;

/// What is worth telling one receiver, and when. Gathers changes for a while, holds them back in quiet hours, and
/// never forgets what the receiver believes: each backend that it was told of as unhealthy comes to an end for it.
/// Pure; for one thread.
final class Digest {

    private ReceiverConfig rules;
    /// Backends with which something is; the others are healthy, and known as such.
    private final Map<String, Case> cases = new TreeMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Incidents incidents = new Incidents();
    private Optional<Instant> windowFrom = Optional.empty();
    private Optional<Instant> remindAt = Optional.empty();
    private boolean held;

    Digest(ReceiverConfig rules) {
        this.rules = rules;
    }

    /// From now on these rules hold; what the receiver believes stays as it is.
    void follow(ReceiverConfig rules) {
        this.rules = rules;
    }

    /// The receiver has heard in an earlier run of Nexus that these are unhealthy. Where it may not have, it is told
    /// once more: in quiet hours nothing was sent, and a page that was not delivered would never come, while a
    /// service that keeps incidents takes the same one twice.
    ///
    /// @param hosts by the backends' names
    void resume(Map<String, String> hosts, Instant now) {
        boolean doubtful =
                rules.shape() == ReceiverShape.PAGERDUTY || rules.quiet().holds(now);
        hosts.forEach(
                (name, host) -> cases.put(name, new Case(name, host).told().doubtful(doubtful)));
        incidents.resume(toldByHost());
    }

    /// The backends of which the receiver may believe, or be about to be told, something.
    Collection<String> concerned() {
        return Set.copyOf(cases.keySet());
    }

    /// Whether it is one of those.
    boolean knows(String name) {
        return cases.containsKey(name);
    }

    void fell(String name, String host, Instant at, Optional<Cause> cause) {
        cases.computeIfAbsent(name, _ -> new Case(name, host)).fell(at, cause);
        note(name, at);
    }

    /// A backend is unhealthy no more; no news of one that nobody was told of.
    void over(String name, How how, Instant at) {
        var known = cases.get(name);
        if (known != null) {
            known.over(how, at);
            note(name, at);
        }
    }

    /// Nobody knows any more how a backend is.
    void forgotten(String name) {
        var known = cases.get(name);
        if (known != null) {
            known.forgotten();
        }
    }

    void causeChanged(String name, Cause cause, Instant at) {
        var known = cases.get(name);
        if (known != null) {
            known.causeChanged(cause);
            note(name, at);
        }
    }

    private void note(String name, Instant at) {
        changed.add(name);
        windowFrom = windowFrom.or(() -> Optional.of(at));
    }

    /// What is to be told now, if anything is.
    Optional<Message> due(Instant now) {
        if (rules.quiet().holds(now)) {
            held = windowFrom.isPresent();
            return Optional.empty();
        }
        if (windowFrom.isPresent() && (held || isOver(windowFrom.get(), rules.group(), now))) {
            return rest(now);
        }
        return reminder(now);
    }

    /// All that was not told yet, without waiting any longer.
    Optional<Message> rest(Instant now) {
        var message = message(held ? Kind.SUMMARY : Kind.CHANGES, now);
        held = false;
        windowFrom = Optional.empty();
        changed.clear();
        return message;
    }

    /// Whether it is quiet, so that nobody should hear even the rest.
    boolean isQuiet(Instant now) {
        return rules.quiet().holds(now);
    }

    /// A clock that was set back holds nothing for longer than the span.
    private static boolean isOver(Instant from, Duration span, Instant now) {
        return !now.isBefore(from.plus(span)) || now.isBefore(from.minus(span));
    }

    private Optional<Message> message(Kind kind, Instant now) {
        var draft = new Draft(kind, now, rules.topics());
        cases.values().removeIf(one -> {
            if (changed.contains(one.name())) {
                draft.add(one);
                one.settled();
            }
            return !one.isTold();
        });
        var down = toldByHost();
        remindAt = down.isEmpty() ? Optional.empty() : remindAt.or(() -> Optional.of(now.plus(rules.remind())));
        return draft.message(incidents.after(draft.fallenHosts(), down), down);
    }

    /// How many backends the receiver believes to be unhealthy, by host.
    private Map<String, Integer> toldByHost() {
        return cases.values().stream().filter(Case::isTold).collect(Collectors.toMap(Case::host, _ -> 1, Integer::sum));
    }

    private Optional<Message> reminder(Instant now) {
        if (rules.remind().isZero() || cases.isEmpty()) {
            return Optional.empty();
        }
        var at = remindAt.filter(planned -> !planned.isAfter(now.plus(rules.remind())))
                .orElseGet(() -> now.plus(rules.remind()));
        remindAt = Optional.of(at);
        if (now.isBefore(at)) {
            return Optional.empty();
        }
        remindAt = Optional.of(now.plus(rules.remind()));
        var draft = new Draft(Kind.REMINDER, now, rules.topics());
        cases.values().stream()
                .filter(one -> one.isTold() && one.now() == Case.Now.DOWN)
                .forEach(draft::remind);
        return draft.message(List.of(), toldByHost());
    }
}
