package nexus.app.api;

import java.util.List;
import nexus.app.registry.Backend;
import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.RecentCheck;
import nexus.app.registry.Registry;

/// `/v1/backends`: a page of entries, and the fleet's numbers of the same moment, so that a client that
/// shows both never shows two moments.
final class BackendListJson {

    private BackendListJson() {}

    static byte[] of(Registry registry, BackendQuery query, ApiInfo info) {
        var fleet = registry.snapshot();
        var page = query.page(fleet.backends());
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringField("object", "list");
            out.writeArrayFieldStart("data");
            for (var backend : page.backends()) {
                BackendJson.write(out, backend, () -> recent(registry, backend), query.fields());
            }
            out.writeEndArray();
            out.writeBooleanField("has_more", page.hasMore());
            out.writeFieldName("health");
            HealthJson.write(out, fleet.counts(), info);
            out.writeEndObject();
        });
    }

    static byte[] of(Backend backend, EntryFields fields) {
        return Json.bytes(out -> BackendJson.write(out, backend.snapshot(), backend::recent, fields));
    }

    private static List<RecentCheck> recent(Registry registry, BackendSnapshot backend) {
        return registry.backend(backend.name()).map(Backend::recent).orElse(List.of());
    }
}
