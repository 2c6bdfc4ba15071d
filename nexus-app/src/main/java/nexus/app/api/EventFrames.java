package nexus.app.api;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;
import nexus.app.events.Event;
import nexus.app.events.EventJson;
import nexus.app.events.Happening;

/// Events as they stand in a stream (HTML Living Standard, "Server-sent events"). A thousand readers want
/// the same ones at the same time: the last are kept. Thread-safe.
final class EventFrames {

    private static final int KEPT = 512;

    private record Frame(Event event, byte[] bytes) {}

    private final AtomicReferenceArray<Frame> kept = new AtomicReferenceArray<>(KEPT);

    byte[] of(Event event) {
        if (event.what() instanceof Happening.Lost) {
            return frame(event); // Made for one reader.
        }
        int place = (int) (event.id() % KEPT);
        var known = kept.get(place);
        if (known == null || known.event() != event) {
            known = new Frame(event, frame(event));
            kept.set(place, known);
        }
        return known.bytes();
    }

    /// JSON has no line ends inside.
    private static byte[] frame(Event event) {
        String json = new String(Json.bytes(out -> EventJson.write(out, event)), StandardCharsets.UTF_8);
        String frame = "id: " + event.id() + "\nevent: " + event.what().type() + "\ndata: " + json + "\n";
        return frame.getBytes(StandardCharsets.UTF_8);
    }
}
