package nexus.app.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nexus.app.events.Cause;

/// What a receiver is told at one moment. Immutable, and of bounded size whatever the size of the fleet; its texts
/// are short, on one line, without control characters.
///
/// @param unhealthy became unhealthy, or in a reminder still are
/// @param back      were told as unhealthy and are so no more
/// @param blips     went and came back, too fast for a message of its own
/// @param causes    were told as unhealthy and are so for another reason now
/// @param suspicion that Nexus's own network is the culprit, in words
/// @param incidents what opens and what is over, for services that keep books of them
/// @param stillDown how many backends the receiver knows as unhealthy after this message
public record Message(
        Kind kind,
        Instant at,
        Part<Fallen> unhealthy,
        Part<Returned> back,
        Part<Blip> blips,
        Part<Fallen> causes,
        Optional<String> suspicion,
        List<Incident> incidents,
        int stillDown) {

    /// Why a message is sent.
    public enum Kind {
        /// Something changed.
        CHANGES,
        /// Something changed in quiet hours that are over now.
        SUMMARY,
        /// Nothing changed for the better for a while.
        REMINDER,
        /// Somebody wants to know whether it arrives.
        TEST
    }

    /// A backend in a message.
    sealed interface Told {
        String name();

        /// The host of its URL.
        String host();
    }

    /// @param since empty: from before Nexus was started
    record Fallen(String name, String host, Optional<Instant> since, Optional<Cause> cause) implements Told {
        Fallen {
            Objects.requireNonNull(since, "since");
            cause = cause.map(PlainText::of);
        }
    }

    /// @param after how long it was unhealthy; empty: nobody knows, Nexus was restarted meanwhile
    record Returned(String name, String host, How how, Optional<Duration> after) implements Told {}

    /// Why a backend is unhealthy no more.
    enum How {
        HEALTHY,
        DRAINED,
        REMOVED
    }

    /// @param times how often it was unhealthy
    /// @param down  how long in all
    /// @param cause the last one
    record Blip(String name, String host, int times, Duration down, Optional<Cause> cause) implements Told {
        Blip {
            cause = cause.map(PlainText::of);
        }
    }

    /// An incident in the books of a service, known by the host that it is about.
    ///
    /// @param host empty: the fleet, when more hosts are concerned than can be counted one by one
    /// @param open false: it is over
    /// @param down how many backends of the host are unhealthy now
    record Incident(Optional<String> host, boolean open, int down) {}

    public Message {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(unhealthy, "unhealthy");
        Objects.requireNonNull(back, "back");
        Objects.requireNonNull(blips, "blips");
        Objects.requireNonNull(causes, "causes");
        suspicion = suspicion.map(PlainText::of);
        incidents = List.copyOf(incidents);
    }

    /// A message that says nothing but that it arrived.
    static Message test(Instant at) {
        return new Message(
                Kind.TEST, at, Part.none(), Part.none(), Part.none(), Part.none(), Optional.empty(), List.of(), 0);
    }

    /// Whether it tells of anything.
    boolean isNews() {
        return unhealthy.all() + back.all() + blips.all() + causes.all() > 0;
    }

    /// Whether it tells of something bad.
    boolean isAlarm() {
        return unhealthy.all() > 0;
    }
}
