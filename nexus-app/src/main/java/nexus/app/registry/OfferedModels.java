package nexus.app.registry;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import nexus.app.health.BackendStatus;
import nexus.spi.Model;
import nexus.spi.ModelState;

/// Counts on how many healthy backends each model is offered, and since when. Guarded by the registry's lock.
final class OfferedModels {

    private record Offer(int backends, Instant since) {
        Offer more() {
            return new Offer(backends + 1, since);
        }

        Optional<Offer> less() {
            return backends == 1 ? Optional.empty() : Optional.of(new Offer(backends - 1, since));
        }
    }

    private final Map<String, Offer> byId = new HashMap<>();

    /// Whether this model may be offered to clients at all.
    static boolean isOffered(Model model) {
        return model.state().filter(ModelState.FAILED::equals).isEmpty();
    }

    /// Whether clients may be sent to this backend.
    static boolean isOffering(BackendSnapshot backend) {
        return backend.config().enabled() && backend.status() == BackendStatus.HEALTHY;
    }

    void apply(Change change, Instant now) {
        // Added first, so that a model in both lists keeps the time since when it is offered.
        forEachOffered(change.after(), model -> byId.merge(model.id(), new Offer(1, now), (old, _) -> old.more()));
        withdraw(change.before());
    }

    /// A backend offers nothing any more.
    void withdraw(BackendSnapshot backend) {
        forEachOffered(
                backend,
                model -> byId.computeIfPresent(
                        model.id(), (_, offer) -> offer.less().orElse(null)));
    }

    int size() {
        return byId.size();
    }

    Map<String, Instant> since() {
        var since = HashMap.<String, Instant>newHashMap(byId.size());
        byId.forEach((id, offer) -> since.put(id, offer.since()));
        return since;
    }

    private static void forEachOffered(BackendSnapshot backend, Consumer<Model> action) {
        if (!isOffering(backend) || backend.models().isEmpty()) {
            return;
        }
        for (var model : backend.models().get().models()) {
            if (isOffered(model)) {
                action.accept(model);
            }
        }
    }
}
