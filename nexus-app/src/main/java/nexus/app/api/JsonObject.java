package nexus.app.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads a JSON object as settings: texts, numbers, booleans, and objects of these. A key given twice, `null`, an
/// array and anything behind the object are errors: settings have one meaning or none.
final class JsonObject {

    private static final int DEEPEST = 4;
    /// Up to here a `double` has every whole number.
    private static final double MAX_EXACT = 1L << 53;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private JsonObject() {}

    /// In the object's order; values are `String`, `Long`, `Double`, `Boolean` or such a map.
    static Map<String, Object> read(byte[] body) throws BadRequest {
        try (var parser = FACTORY.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw BadRequest.json("expected a JSON object");
            }
            var object = object(parser);
            if (parser.nextToken() != null) {
                throw BadRequest.json("expected one JSON object and nothing behind it");
            }
            return object;
        } catch (JsonProcessingException e) {
            // Not its message: that quotes what was sent.
            var at = e.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw BadRequest.json("not valid JSON" + where);
        } catch (IOException e) {
            throw BadRequest.json("not valid JSON");
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException, BadRequest {
        var members = new LinkedHashMap<String, Object>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    /// JSON has one kind of numbers: 7.0 is 7.
    private static Object number(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= MAX_EXACT) {
            return (long) value;
        }
        return value;
    }

    private static Object value(JsonParser parser) throws IOException, BadRequest {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> number(parser.getDoubleValue());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> throw BadRequest.json("null is no setting: leave the key out");
            case START_ARRAY -> throw BadRequest.json("an array is no setting of a backend");
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT ->
                throw BadRequest.json("not valid JSON");
        };
    }
}
