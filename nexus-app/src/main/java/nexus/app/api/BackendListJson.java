package nexus.app.api;

import nexus.app.registry.BackendSnapshot;
import nexus.app.registry.FleetSnapshot;

/// `/v1/backends`: a page of entries, and the fleet's numbers of the same moment, so that a client that
/// shows both never shows two moments.
final class BackendListJson {

    private BackendListJson() {}

    static byte[] of(FleetSnapshot fleet, BackendQuery query, ApiInfo info) {
        var page = query.page(fleet.backends());
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringField("object", "list");
            out.writeArrayFieldStart("data");
            for (var backend : page.backends()) {
                BackendJson.write(out, backend, query.fields());
            }
            out.writeEndArray();
            out.writeBooleanField("has_more", page.hasMore());
            out.writeFieldName("health");
            HealthJson.write(out, fleet.counts(), info);
            out.writeEndObject();
        });
    }

    static byte[] of(BackendSnapshot backend, EntryFields fields) {
        return Json.bytes(out -> BackendJson.write(out, backend, fields));
    }
}
