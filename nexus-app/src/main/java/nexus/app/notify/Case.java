package nexus.app.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import nexus.app.events.Cause;
import nexus.app.notify.Message.Blip;
import nexus.app.notify.Message.Fallen;
import nexus.app.notify.Message.How;
import nexus.app.notify.Message.Returned;

/// A backend with which something is, or was since the last message: what the receiver believes, and what is true.
/// For one thread.
final class Case {

    /// What is true of a backend.
    enum Now {
        DOWN,
        /// Nobody knows yet: Nexus or the backend has begun anew.
        UNKNOWN,
        /// It is unhealthy no more, in one way or another.
        OVER
    }

    private static final String SUSPICION = "suspect this machine's own network";
    /// Failures of these kinds have words of Nexus alone, none of a server.
    private static final Set<String> OF_THE_NETWORK = Set.of("ConnectionFailed", "DnsError", "Timeout");

    private final String name;
    private final String host;
    private Now now = Now.UNKNOWN;
    private boolean told;
    private boolean doubtful;
    private Optional<Instant> since = Optional.empty();
    private Optional<Instant> until = Optional.empty();
    private How how = How.HEALTHY;
    private Optional<Cause> cause = Optional.empty();
    private boolean causeChanged;
    private int falls;
    private Duration down = Duration.ZERO;

    Case(String name, String host) {
        this.name = name;
        this.host = host;
    }

    /// The receiver has heard that it is unhealthy.
    Case told() {
        told = true;
        return this;
    }

    /// An earlier run may have ended before it told the receiver: it is to be told once more.
    Case doubtful(boolean is) {
        doubtful = is;
        return this;
    }

    /// Whether the receiver is to be told that it is unhealthy.
    boolean isNews() {
        return !told || doubtful;
    }

    boolean isTold() {
        return told;
    }

    Now now() {
        return now;
    }

    String host() {
        return host;
    }

    String name() {
        return name;
    }

    /// What Nexus says where it suspects its own network: it stands behind the cause of the failure itself.
    Optional<String> suspicion() {
        return cause.filter(why -> OF_THE_NETWORK.contains(why.kind()))
                .map(Cause::cause)
                .filter(words -> words.endsWith(SUSPICION))
                .map(words -> words.substring(words.lastIndexOf(';') + 1).strip());
    }

    void fell(Instant at, Optional<Cause> why) {
        // Found unhealthy after a restart of Nexus, it has been so for longer than anybody knows.
        boolean news = now != Now.UNKNOWN || !told;
        if (now != Now.DOWN) {
            falls++;
            since = news ? Optional.of(at) : since;
        }
        now = Now.DOWN;
        cause = why;
    }

    void over(How way, Instant at) {
        if (now == Now.DOWN) {
            down = down.plus(since.map(from -> span(from, at)).orElse(Duration.ZERO));
        }
        now = Now.OVER;
        how = way;
        until = Optional.of(at);
    }

    /// It has begun anew.
    void forgotten() {
        now = Now.UNKNOWN;
    }

    void causeChanged(Cause other) {
        cause = Optional.of(other);
        causeChanged = true;
    }

    /// The receiver is told all of it now.
    void settled() {
        told = now == Now.DOWN || told && now == Now.UNKNOWN;
        doubtful &= now == Now.UNKNOWN;
        falls = 0;
        down = Duration.ZERO;
        causeChanged = false;
    }

    /// It went and came back, and nobody was told.
    boolean isBlip() {
        return !told && falls > 0 && how == How.HEALTHY;
    }

    boolean isCauseNews() {
        return causeChanged;
    }

    Fallen fallen() {
        return new Fallen(name, host, since, cause);
    }

    Returned returned() {
        return new Returned(name, host, how, since.flatMap(from -> until.map(to -> span(from, to))));
    }

    Blip blip() {
        return new Blip(name, host, falls, down, cause);
    }

    private static Duration span(Instant from, Instant to) {
        return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
    }
}
