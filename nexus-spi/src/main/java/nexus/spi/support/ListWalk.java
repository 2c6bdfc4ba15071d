package nexus.spi.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nexus.spi.Answer;
import nexus.spi.Model;
import nexus.spi.ModelList;
import nexus.spi.Reading;

/// One walk through one document: picks the lists, the stated error, and skips the rest. Used once.
final class ListWalk {

    private static final String BARE = "";

    private final ListFormat format;
    private final Map<String, ModelList> lists = new LinkedHashMap<>();
    private final ObjectNode top = JsonNodeFactory.instance.objectNode();
    private Optional<String> problem = Optional.empty();

    ListWalk(ListFormat format) {
        this.format = format;
    }

    /// @param text of this answer
    Reading read(JsonText text, Answer answer) {
        boolean ended = false;
        try (JsonParser parser = text.parser(answer)) {
            document(parser);
            ended = true;
            return parser.nextToken() == null ? verdict() : Reading.unreadable("something follows the JSON document");
        } catch (IOException e) {
            return Reading.unreadable(ended ? "something follows the JSON document" : JsonText.problem(e));
        }
    }

    private void document(JsonParser parser) throws IOException {
        if (parser.nextToken() == JsonToken.START_ARRAY) {
            if (!format.bareArray()) {
                found("a JSON array, not an object");
            }
            lists.put(BARE, entries(parser));
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            field(name, parser);
        }
    }

    private void field(String name, JsonParser parser) throws IOException {
        if (format.keys().contains(name)) {
            list(name, parser);
        } else if (ErrorBody.FIELDS.contains(name)) {
            top.set(name, Excerpt.read(parser, ErrorBody.FIELDS));
        } else {
            if (format.refuses(name)) {
                found("has \"" + name + "\": a list of another format");
            }
            parser.skipChildren();
        }
    }

    private void list(String name, JsonParser parser) throws IOException {
        if (lists.containsKey(name)) {
            found("\"" + name + "\" stands twice in it");
        }
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            lists.put(name, entries(parser));
            return;
        }
        if (parser.currentToken() != JsonToken.VALUE_NULL
                && name.equals(format.keys().getFirst())) {
            found("no list under \"" + name + "\"");
        }
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            lists.put(name, ModelList.empty());
        }
        parser.skipChildren();
    }

    private ModelList entries(JsonParser parser) throws IOException {
        var models = ModelList.builder();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (Excerpt.read(parser, format.fields()) instanceof ObjectNode entry) {
                format.model(entry).ifPresentOrElse(models::add, models::drop);
            } else {
                models.drop();
            }
        }
        return models.build();
    }

    /// The first problem is the one that is told.
    private void found(String what) {
        problem = problem.or(() -> Optional.of(what));
    }

    private Reading verdict() {
        Optional<String> error = ErrorBody.stated(top);
        if (error.isPresent()) {
            return Reading.notReady(ErrorText.reason(error.get()));
        }
        if (problem.isPresent()) {
            return Reading.unreadable(problem.get());
        }
        if (lists.isEmpty()) {
            return Reading.unreadable("no list under " + quoted());
        }
        ModelList list = chosen();
        return list.models().isEmpty() && list.dropped() > 0
                ? Reading.unreadable(
                        list.dropped() == 1
                                ? "its only entry has no usable id"
                                : "none of its " + list.dropped() + " entries has a usable id")
                : Reading.ready(list);
    }

    /// The first list that isn't empty, in the format's order; what another list says beside it is added.
    private ModelList chosen() {
        if (lists.size() == 1) {
            return lists.values().iterator().next();
        }
        var ordered = format.keys().stream()
                .filter(lists::containsKey)
                .map(lists::get)
                .toList();
        ModelList list = ordered.stream()
                .filter(l -> !l.equals(ModelList.empty()))
                .findFirst()
                .orElse(ModelList.empty());
        return list.map(withCapabilitiesOf(ordered.getLast()));
    }

    /// llama-server tells `capabilities` only in the second of its two lists.
    private static UnaryOperator<Model> withCapabilitiesOf(ModelList other) {
        var byId = other.models().stream().collect(Collectors.toMap(Model::id, Function.identity()));
        return model -> model.capabilities().isEmpty() && byId.containsKey(model.id())
                ? model.withCapabilities(byId.get(model.id()).capabilities())
                : model;
    }

    private String quoted() {
        return format.keys().stream().map(key -> '"' + key + '"').collect(Collectors.joining(" or "));
    }
}
