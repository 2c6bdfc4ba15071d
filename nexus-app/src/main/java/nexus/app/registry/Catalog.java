package nexus.app.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nexus.spi.Model;

/// Every model that the fleet knows, and which backends serve it: what `/v1/models` says.
///
/// @param version of the fleet it was made from
/// @param entries in the order of backends and of their lists
public record Catalog(long version, List<Entry> entries) {

    public Catalog {
        entries = List.copyOf(entries);
    }

    /// One model id.
    ///
    /// @param since  when it was first offered, without a break up to now; for one that is not offered, when
    ///               the catalog               was made
    /// @param places where it is listed, most important backend first; not empty
    public record Entry(String id, Instant since, List<Place> places) {

        public Entry {
            Objects.requireNonNull(since, "since");
            places = List.copyOf(places);
        }

        /// Whether a healthy backend serves it: what `/v1/models` lists, and what counts as available.
        public boolean isAvailable() {
            return places.stream().anyMatch(Place::isAvailable);
        }
    }

    /// A model on a backend.
    public record Place(BackendSnapshot backend, Model model) {

        public boolean isAvailable() {
            return OfferedModels.isOffering(backend) && OfferedModels.isOffered(model);
        }
    }

    static Catalog of(FleetSnapshot fleet, Map<String, Instant> since, Instant now) {
        Map<String, List<Place>> places = new LinkedHashMap<>();
        for (var backend : fleet.backends()) {
            backend.models()
                    .ifPresent(list -> list.models()
                            .forEach(model -> places.computeIfAbsent(model.id(), _ -> new ArrayList<>(1))
                                    .add(new Place(backend, model))));
        }
        var entries = new ArrayList<Entry>(places.size());
        places.forEach((id, found) -> {
            found.sort(Comparator.comparingInt(place -> place.backend().config().priority()));
            entries.add(new Entry(id, since.getOrDefault(id, now), found));
        });
        return new Catalog(fleet.counts().version(), entries);
    }
}
