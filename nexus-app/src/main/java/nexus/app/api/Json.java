package nexus.app.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Writes JSON documents to bytes, with the forms that all of them share. Thread-safe.
final class Json {

    /// Writes one value.
    interface Document {
        void writeTo(JsonGenerator out) throws IOException;
    }

    private static final JsonFactory FACTORY = JsonFactory.builder().build().setCharacterEscapes(new HarmlessEscapes());
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int NANOS_TO_MILLIS = 6;
    private static final int DECIMALS = 3;

    private Json() {}

    /// The document as UTF-8, with a line end so that it stands alone in a terminal.
    static byte[] bytes(Document document) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = FACTORY.createGenerator(bytes)) {
            document.writeTo(out);
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("a byte array takes every document", e);
        }
        return bytes.toByteArray();
    }

    /// A time in UTC with milliseconds: `2026-11-24T16:00:00.000Z`.
    static void time(JsonGenerator out, String field, Instant time) throws IOException {
        out.writeStringField(field, RFC_3339.format(time));
    }

    /// Nanoseconds as milliseconds with at most three decimals.
    static void millis(JsonGenerator out, String field, long nanos) throws IOException {
        number(out, field, BigDecimal.valueOf(nanos, NANOS_TO_MILLIS));
    }

    /// The same as an element of an array.
    static void millis(JsonGenerator out, long nanos) throws IOException {
        number(out, BigDecimal.valueOf(nanos, NANOS_TO_MILLIS));
    }

    /// Milliseconds with at most three decimals.
    static void millis(JsonGenerator out, String field, double millis) throws IOException {
        number(out, field, BigDecimal.valueOf(millis));
    }

    static void texts(JsonGenerator out, String field, List<String> texts) throws IOException {
        out.writeArrayFieldStart(field);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    private static void number(JsonGenerator out, String field, BigDecimal value) throws IOException {
        out.writeFieldName(field);
        number(out, value);
    }

    private static void number(JsonGenerator out, BigDecimal value) throws IOException {
        out.writeNumber(value.setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString());
    }
}
