package nexus.app.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.JsonTokenId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nexus.app.log.Printable;

/// A JSON value that was read. Members and texts that aren't there, or are of another kind, are empty: the caller
/// says what that means. Made with the streaming parser alone, since an object mapper takes long to load.
///
/// @param value a map, list, string, number or boolean
record Json(Object value) {

    private static final Json NOTHING = new Json(Map.of());

    /// Reads one value that is all of the body.
    ///
    /// @return empty if the body is not JSON
    static Optional<Json> read(byte[] body) {
        try (JsonParser parser = new JsonFactory().createParser(body)) {
            var value = parser.nextToken() == null ? Optional.<Object>empty() : value(parser);
            return parser.nextToken() == null ? value.map(Json::new) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The body as it was sent, except that what could harm a terminal is written as JSON escapes.
    static String harmless(String body) {
        return body.lines().map(Printable::text).collect(Collectors.joining("\n", "", "\n"));
    }

    /// Empty for `null`.
    private static Optional<Object> value(JsonParser parser) throws IOException {
        return switch (parser.currentTokenId()) {
            case JsonTokenId.ID_START_OBJECT -> Optional.of(object(parser));
            case JsonTokenId.ID_START_ARRAY -> Optional.of(array(parser));
            case JsonTokenId.ID_STRING -> Optional.of(parser.getText());
            case JsonTokenId.ID_NUMBER_INT -> Optional.of(parser.getNumberValue());
            case JsonTokenId.ID_NUMBER_FLOAT -> Optional.of(parser.getDoubleValue());
            case JsonTokenId.ID_TRUE -> Optional.of(true);
            case JsonTokenId.ID_FALSE -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            value(parser).ifPresent(value -> members.put(name, value));
        }
        return members;
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            value(parser).ifPresent(items::add);
        }
        return items;
    }

    boolean has(String name) {
        return value instanceof Map<?, ?> members && members.containsKey(name);
    }

    Json at(String name) {
        return has(name) ? new Json(((Map<?, ?>) value).get(name)) : NOTHING;
    }

    List<Json> items() {
        return value instanceof List<?> list
                ? list.stream().<Json>map(Json::new).toList()
                : List.of();
    }

    Optional<String> text() {
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<Number> number() {
        return value instanceof Number number ? Optional.of(number) : Optional.empty();
    }

    String text(String name) {
        return at(name).text().orElse("");
    }

    long number(String name) {
        return at(name).number().map(Number::longValue).orElse(0L);
    }
}
