package nexus.spi.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nexus.spi.Model;

/// Where a JSON document keeps its list of models, and how an entry becomes a [Model]. Saying it, rather than walking
/// a tree, is what lets [ModelLists] read a list of any length in bounded memory.
///
/// {@snippet file="com/example/sglang/OwnFormat.java" region="format" :
/// static final Set<String> FIELDS = Set.of("name", "window");
/// static final ListFormat FORMAT = ListFormat.under("models", FIELDS, OwnFormat::model);
///
/// static Optional<Model> model(ObjectNode entry) {
///     long window = entry.path("window").asLong();
///     return ModelLists.id(entry, "name").map(id -> Model.named(id).withContextLength(window));
/// }
/// }
///
/// Immutable and thread-safe.
@SuppressWarnings("exports") // a probe that reads JSON requires Jackson itself
public final class ListFormat {

    private final List<String> keys;
    private final Set<String> refused;
    private final boolean bareArray;
    private final Set<String> fields;
    private final Function<ObjectNode, Optional<Model>> entry;

    private ListFormat(
            List<String> keys,
            Set<String> refused,
            boolean bareArray,
            Set<String> fields,
            Function<ObjectNode, Optional<Model>> entry) {
        this.keys = List.copyOf(keys);
        this.refused = Set.copyOf(refused);
        this.bareArray = bareArray;
        this.fields = Set.copyOf(fields);
        this.entry = Objects.requireNonNull(entry, "entry");
    }

    /// A list under this key of the top-level object.
    ///
    /// @param key    of the list
    /// @param fields the names looked at in an entry, at any depth; all else is skipped unread
    /// @param entry  is given these fields of one entry (arrays and texts cut to a sane length); pure; empty for an
    ///               entry without a usable id
    /// @return the format
    public static ListFormat under(String key, Set<String> fields, Function<ObjectNode, Optional<Model>> entry) {
        return new ListFormat(List.of(key), Set.of(), false, fields, entry);
    }

    /// Accepts the list under this key too. When a document has both, the first one that is not empty counts.
    ///
    /// @param key of the top-level object
    /// @return a format that accepts more
    public ListFormat orUnder(String key) {
        var more = new ArrayList<>(keys);
        more.add(key);
        return new ListFormat(more, refused, bareArray, fields, entry);
    }

    /// Accepts a document that is the list itself.
    ///
    /// @return a format that accepts more
    public ListFormat orBareArray() {
        return new ListFormat(keys, refused, true, fields, entry);
    }

    /// Refuses a document that has this key: the mark of another format that looks alike. The last one given counts.
    ///
    /// @param key of the top-level object
    /// @return a format that accepts less
    public ListFormat butNot(String key) {
        return new ListFormat(keys, Set.of(key), bareArray, fields, entry);
    }

    List<String> keys() {
        return keys;
    }

    boolean refuses(String key) {
        return refused.contains(key);
    }

    boolean bareArray() {
        return bareArray;
    }

    Set<String> fields() {
        return fields;
    }

    Optional<Model> model(ObjectNode node) {
        return entry.apply(node);
    }
}
