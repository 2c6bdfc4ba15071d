package nexus.app.api;

import nexus.app.events.EventJson;

/// A page of events: `{"object":"list","data":[...],"last_id":7,"has_more":false}`.
final class EventPageJson {

    private EventPageJson() {}

    static byte[] of(EventPage page) {
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringField("object", "list");
            out.writeArrayFieldStart("data");
            for (var event : page.events()) {
                EventJson.write(out, event);
            }
            out.writeEndArray();
            out.writeNumberField("last_id", page.lastId());
            out.writeBooleanField("has_more", page.hasMore());
            out.writeEndObject();
        });
    }
}
