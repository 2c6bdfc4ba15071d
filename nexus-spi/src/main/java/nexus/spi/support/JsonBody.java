package nexus.spi.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import nexus.spi.Answer;
import nexus.spi.Reading;

/// A small JSON document as a whole, such as a status: read into a tree, which is convenient, and costs memory that a
/// list of models must not take. For lists use [ModelLists], which needs no tree.
@SuppressWarnings("exports") // a probe that reads JSON requires Jackson itself
public final class JsonBody {

    /// The largest body read, in bytes: a tree takes many times that.
    public static final int MAX_BYTES = 262_144;

    private static final ObjectReader READER = JsonMapper.builder(JsonText.FACTORY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build()
            .readerFor(JsonNode.class);

    private JsonBody() {}

    /// The body as an object, whatever the status; empty if it is anything else, not well-formed, a key stands
    /// twice in an object, or it is larger than [#MAX_BYTES].
    ///
    /// @param answer of any status and form
    /// @return the object, the caller's own
    public static Optional<ObjectNode> object(Answer answer) {
        try {
            return parsed(answer) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Reads any answer: the reader is given the object of a 2xx that states no `error`; else the reading says what
    /// the answer is instead.
    ///
    /// @param answer of any status and form
    /// @param reader pure; never returns null
    /// @return the reading, never null
    public static Reading read(Answer answer, Function<ObjectNode, Reading> reader) {
        if (!answer.isSuccess()) {
            return ErrorText.reading(answer);
        }
        var other = JsonText.of(answer).otherThanJson();
        if (other.isPresent() || answer.bodyLength() > MAX_BYTES) {
            return Reading.unreadable(other.orElse("too large: " + answer.bodyLength() + " bytes"));
        }
        try {
            if (!(parsed(answer) instanceof ObjectNode object)) {
                return Reading.unreadable("a JSON array, not an object");
            }
            return ErrorBody.stated(object)
                    .map(error -> Reading.notReady(ErrorText.reason(error)))
                    .orElseGet(() -> reader.apply(object));
        } catch (IOException e) {
            return Reading.unreadable(JsonText.problem(e));
        }
    }

    private static JsonNode parsed(Answer answer) throws IOException {
        JsonText text = JsonText.of(answer);
        if (answer.bodyLength() > MAX_BYTES || text.otherThanJson().isPresent()) {
            throw new IOException("not a small JSON document");
        }
        try (JsonParser parser = text.parser(answer)) {
            return READER.readValue(parser);
        }
    }
}
