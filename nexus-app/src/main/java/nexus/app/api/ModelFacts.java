package nexus.app.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nexus.app.registry.Catalog;
import nexus.app.registry.Catalog.Place;
import nexus.spi.Model;
import nexus.spi.ModelState;

/// One model as all backends that serve it have it together: what holds whichever of them a client asks.
///
/// @param backends      names, most important first
/// @param ownedBy       the owner that the most important backend gives, else that backend's type
/// @param contextLength the shortest one that is known
/// @param capabilities  those that every backend has that tells any
/// @param state         loaded where one of them has it loaded, else what the most important one says
record ModelFacts(
        List<String> backends,
        String ownedBy,
        OptionalLong contextLength,
        List<String> capabilities,
        Optional<ModelState> state) {

    /// From the backends that offer the model; where none does, from all that list it.
    static ModelFacts of(Catalog.Entry entry) {
        var places = entry.isAvailable()
                ? entry.places().stream().filter(Place::isAvailable).toList()
                : entry.places();
        var first = places.getFirst();
        return new ModelFacts(
                places.stream().map(place -> place.backend().name()).toList(),
                first.model().ownedBy().orElse(first.backend().config().type()),
                places.stream()
                        .flatMapToLong(place -> place.model().contextLength().stream())
                        .min(),
                shared(places),
                state(places));
    }

    private static List<String> shared(List<Place> places) {
        var lists = places.stream()
                .map(place -> place.model().capabilities())
                .filter(list -> !list.isEmpty())
                .toList();
        if (lists.isEmpty()) {
            return List.of();
        }
        var shared = new ArrayList<>(lists.getFirst());
        lists.forEach(shared::retainAll);
        return shared;
    }

    private static Optional<ModelState> state(List<Place> places) {
        var told = places.stream()
                .map(Place::model)
                .map(Model::state)
                .flatMap(Optional::stream)
                .toList();
        return told.contains(ModelState.LOADED)
                ? Optional.of(ModelState.LOADED)
                : told.stream().findFirst();
    }
}
