package nexus.spi.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nexus.spi.Model;

/// Where a JSON document keeps its list of models, and how an entry becomes a [Model]. Immutable:
///
/// ```java
/// ListFormat.under("models", Set.of("name", "size"), entry -> ModelLists.id(entry, "name").map(Model::named))
/// ```
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
    /// @param fields the names looked at in an entry, at any depth; all else is skipped unread
    /// @param entry  is given these fields of one entry (arrays and texts cut to a sane length); pure; empty for an
    ///               entry without a usable id
    public static ListFormat under(String key, Set<String> fields, Function<ObjectNode, Optional<Model>> entry) {
        return new ListFormat(List.of(key), Set.of(), false, fields, entry);
    }

    /// Accepts the list under this key too. When a document has both, the first one that is not empty counts.
    public ListFormat orUnder(String key) {
        var more = new ArrayList<>(keys);
        more.add(key);
        return new ListFormat(more, refused, bareArray, fields, entry);
    }

    /// Accepts a document that is the list itself.
    public ListFormat orBareArray() {
        return new ListFormat(keys, refused, true, fields, entry);
    }

    /// Refuses a document that has this key: the mark of another format that looks alike.
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
