package nexus.app.notify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Writes JSON documents to bytes. Thread-safe.
final class Json {

    /// Writes the members of an object.
    interface Members {
        void writeTo(JsonGenerator out) throws IOException;
    }

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static byte[] object(Members members) {
        var bytes = new ByteArrayOutputStream(1024);
        try (var out = FACTORY.createGenerator(bytes)) {
            out.writeStartObject();
            members.writeTo(out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes all bytes", e);
        }
        return bytes.toByteArray();
    }
}
