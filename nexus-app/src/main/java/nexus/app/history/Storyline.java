package nexus.app.history;

import java.time.Instant;
import java.util.function.Consumer;
import nexus.app.events.Event;
import nexus.app.events.Happening;

/// Follows one backend from change to change and tells how it was meanwhile: stretches in order that leave no time
/// out. For one thread.
///
/// | between two changes                                          | it was                                     |
/// |--------------------------------------------------------------|--------------------------------------------|
/// | Nexus did not run                                            | not observed                               |
/// | the second sets out from what the first led to               | that, over pauses of the machine too       |
/// | the second sets out from Unknown                             | that, and Unknown from the next start on   |
/// | the second sets out from anything else                       | Unknown: what was between is lost          |
/// | the first removed it, or the second added it                 | not observed                               |
///
/// Time never runs back: a change that was noted earlier than the one before it, by a clock that was set back, counts
/// from that one's time on.
final class Storyline {

    private final String backend;
    private final Observation observed;
    private final Consumer<Stretch> told;
    private Instant reached;
    private Condition current = Condition.UNKNOWN;
    private boolean heardOf;

    /// @param from where the story begins, with a backend that is Unknown
    /// @param told is given each stretch; none is empty
    Storyline(String backend, Observation observed, Instant from, Consumer<Stretch> told) {
        this.backend = backend;
        this.observed = observed;
        this.reached = from;
        this.told = told;
    }

    /// The next change; what says nothing of the backend's status is passed over.
    void happened(Event event) {
        switch (event.what()) {
            case Happening.StatusChanged status -> changed(event.at(), status);
            case Happening.ConfigChanged config -> changed(event.at(), config);
            case Happening.CauseChanged _,
                    Happening.ModelsChanged _,
                    Happening.ModelMoved _,
                    Happening.Started _,
                    Happening.Stopped _,
                    Happening.Lost _ -> {}
        }
        heardOf = true;
    }

    /// Whether it has left the fleet and did not come back.
    boolean isGone() {
        return current == Condition.NOT_OBSERVED;
    }

    /// It has left the fleet.
    void gone(Instant at) {
        forgotten(upTo(at));
        current = Condition.NOT_OBSERVED;
    }

    /// The story ends, for now.
    ///
    /// @param known whether there is a verdict at this moment
    void end(Instant at, boolean known) {
        if (known) {
            lasted(upTo(at), current);
        } else {
            forgotten(upTo(at));
        }
    }

    private void changed(Instant at, Happening.StatusChanged status) {
        var span = upTo(at);
        var before = Condition.of(status.from());
        if (before == current || isGone()) {
            lasted(span, current);
        } else if (before == Condition.UNKNOWN) {
            forgotten(span);
        } else {
            lasted(span, Condition.UNKNOWN);
        }
        current = Condition.of(status.to());
    }

    private void changed(Instant at, Happening.ConfigChanged config) {
        if (config.removed().contains(backend)) {
            gone(at);
        } else if (config.added().contains(backend)) {
            added(upTo(at));
            current = Condition.UNKNOWN;
        } else if (config.restarted().contains(backend)) {
            forgotten(upTo(at));
            current = Condition.UNKNOWN;
        }
    }

    /// Nobody knew it before; one that was known has left without a word: over a restart, or in a crowd.
    private void added(Span span) {
        boolean left = heardOf && !isGone();
        if (left && observed.firstStart(span).isPresent()) {
            forgotten(span);
        } else {
            lasted(span, left ? Condition.UNKNOWN : Condition.NOT_OBSERVED);
        }
    }

    private Span upTo(Instant at) {
        var span = new Span(reached, at.isBefore(reached) ? reached : at);
        reached = span.to();
        return span;
    }

    /// As it was, until Nexus was started the next time.
    private void forgotten(Span span) {
        var start = observed.firstStart(span).orElse(span.to());
        lasted(new Span(span.from(), start), current);
        lasted(new Span(start, span.to()), isGone() ? current : Condition.UNKNOWN);
    }

    private void lasted(Span span, Condition condition) {
        var end = span.from();
        for (var part : observed.within(span)) {
            tell(end, part.from(), Condition.NOT_OBSERVED);
            tell(part.from(), part.to(), condition);
            end = part.to();
        }
        tell(end, span.to(), Condition.NOT_OBSERVED);
    }

    private void tell(Instant from, Instant to, Condition condition) {
        if (from.isBefore(to)) {
            told.accept(new Stretch(new Span(from, to), condition));
        }
    }
}
