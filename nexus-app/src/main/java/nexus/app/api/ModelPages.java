package nexus.app.api;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import nexus.app.api.ModelsJson.Scope;
import nexus.app.registry.Catalog;

/// Keeps the bytes of `/v1/models` until the catalog is another one. Thread-safe; never waits.
final class ModelPages {

    private record Page(Catalog catalog, byte[] bytes) {}

    private final Map<Scope, AtomicReference<Page>> kept = new EnumMap<>(Scope.class);

    ModelPages() {
        for (var scope : Scope.values()) {
            kept.put(scope, new AtomicReference<>());
        }
    }

    /// The document for this catalog; the array is shared and not to be changed.
    byte[] of(Catalog catalog, Scope scope) {
        var place = kept.get(scope);
        var page = place.get();
        if (page == null || page.catalog() != catalog) {
            page = new Page(catalog, ModelsJson.list(catalog, scope));
            place.set(page);
        }
        return page.bytes();
    }
}
