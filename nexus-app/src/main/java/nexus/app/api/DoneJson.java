package nexus.app.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import nexus.app.operate.Done;
import nexus.app.operate.Removed;

/// What an operation came to: the backend's entry, and behind it what there is to say about the operation.
final class DoneJson {

    private DoneJson() {}

    static byte[] of(Done done) {
        return Json.bytes(out -> {
            out.writeStartObject();
            EntryFields.USUAL.write(out, done.backend(), List::of);
            if (done.recognised().isPresent()) {
                out.writeStringField("recognised", done.recognised().get());
            }
            notes(out, done.notes());
            out.writeEndObject();
        });
    }

    static byte[] of(Removed removed) {
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringField("name", removed.name());
            out.writeBooleanField("removed", true);
            out.writeBooleanField("restorable", removed.restorable());
            notes(out, removed.notes());
            out.writeEndObject();
        });
    }

    private static void notes(JsonGenerator out, List<String> notes) throws IOException {
        if (!notes.isEmpty()) {
            Json.texts(out, "notes", notes);
        }
    }
}
