package nexus.spi.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Set;

/// The part of a JSON value that somebody looks at: fields with wanted names, the beginning of arrays and texts.
/// However large the value is, its excerpt stays small.
final class Excerpt {

    private static final int MAX_ELEMENTS = 32;
    private static final int MAX_CHARS = 4096;
    private static final int MAX_LONG_DIGITS = 18;

    private Excerpt() {}

    /// Reads the value at the parser's current token, to its end.
    static JsonNode read(JsonParser parser, Set<String> wanted) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, wanted);
            case START_ARRAY -> array(parser, wanted);
            case VALUE_STRING -> text(parser);
            case VALUE_NUMBER_INT -> whole(parser.getText());
            case VALUE_NUMBER_FLOAT -> DoubleNode.valueOf(Double.parseDouble(parser.getText()));
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NULL, VALUE_EMBEDDED_OBJECT, FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE ->
                NullNode.instance;
        };
    }

    private static ObjectNode object(JsonParser parser, Set<String> wanted) throws IOException {
        var object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (wanted.contains(name)) {
                object.set(name, read(parser, wanted));
            } else {
                parser.skipChildren();
            }
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser, Set<String> wanted) throws IOException {
        var array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (array.size() < MAX_ELEMENTS) {
                array.add(read(parser, wanted));
            } else {
                parser.skipChildren();
            }
        }
        return array;
    }

    private static TextNode text(JsonParser parser) throws IOException {
        String text = parser.getText();
        return TextNode.valueOf(text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text);
    }

    private static JsonNode whole(String digits) {
        return digits.length() <= MAX_LONG_DIGITS
                ? LongNode.valueOf(Long.parseLong(digits))
                : DoubleNode.valueOf(Double.parseDouble(digits));
    }
}
