package nexus.app.config;

import io.helidon.config.Config;
import io.helidon.config.spi.ConfigNode.ListNode;
import io.helidon.config.spi.ConfigNode.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// Walks a parsed file along the schema: keeps what is allowed as a tree for Helidon Config, notes where every key
/// stands, and reports the rest. Types are checked here, because a config node knows nothing but strings.
final class TomlTree {

    private final String origin;
    private final Schema schema;
    private final Problems problems;
    private final Map<String, Where> places = new HashMap<>();

    TomlTree(String origin, Schema schema, Problems problems) {
        this.origin = origin;
        this.schema = schema;
        this.problems = problems;
    }

    /// Where each key stands, by its key in Helidon Config; filled by [#walk(TomlTable)].
    Map<String, Where> places() {
        return places;
    }

    ObjectNode walk(TomlTable file) {
        return section(file, schema.root(), Place.ROOT, new Where(origin, 1, 1, ""));
    }

    private ObjectNode section(TomlTable table, Shape.Section section, Place at, Where where) {
        var node = ObjectNode.builder();
        table.entrySet().forEach(entry -> {
            String name = entry.getKey();
            Where here = where(at.child(name), table.inputPositionOf(List.of(name)), where);
            Shape shape = section.keys().get(name);
            if (shape == null) {
                String unknown = new UnknownKey(schema, section, at).message(name, entry.getValue());
                problems.add(here, unknown);
            } else {
                member(node, name, entry.getValue(), shape, at.child(name), here);
            }
        });
        section.required().stream()
                .filter(key -> !table.keySet().contains(key))
                .sorted()
                .forEach(key -> problems.add(
                        new Where(
                                origin,
                                where.line(),
                                where.column(),
                                at.child(key).shown()),
                        "is missing"));
        return node.build();
    }

    private void member(ObjectNode.Builder node, String name, Object value, Shape shape, Place at, Where where) {
        places.put(at.key(), where);
        switch (shape) {
            case Scalar scalar -> scalar(node, name, value, scalar, where);
            case Shape.Section section
            when value instanceof TomlTable table -> node.addObject(name, section(table, section, at, where));
            case Shape.Named named
            when value instanceof TomlTable table -> node.addObject(name, named(table, named, at, where));
            case Shape.Tables tables
            when value instanceof TomlArray array -> node.addList(name, list(array, tables, at, where));
            case Shape.Tables _ ->
                problems.add(
                        where,
                        "expected [[" + name + "]], two brackets a backend, found "
                                + (value instanceof TomlTable ? "a table" : "a single value"));
            case Shape.Section _, Shape.Named _ ->
                problems.add(
                        where,
                        "expected a table, found " + (value instanceof TomlArray ? "an array" : "a single value"));
        }
    }

    private ObjectNode named(TomlTable table, Shape.Named named, Place at, Where where) {
        var node = ObjectNode.builder();
        table.entrySet().forEach(entry -> {
            String name = entry.getKey();
            TomlPosition position = table.inputPositionOf(List.of(name));
            String refused = named.name().apply(name);
            if (refused.isEmpty()) {
                Where here = where(at.child(name), position, where);
                places.put(at.child(name).key(), here);
                scalar(node, name, entry.getValue(), named.value(), here);
            } else {
                // The name stays out of the message: "Authorization: Bearer ..." has been written as one.
                problems.add(where(at, position, where), refused);
            }
        });
        return node.build();
    }

    private ListNode list(TomlArray array, Shape.Tables tables, Place at, Where where) {
        var nodes = ListNode.builder();
        for (int i = 0; i < array.size(); i++) {
            Where here = where(at.element(i), array.inputPositionOf(i), where);
            if (array.get(i) instanceof TomlTable table) {
                places.put(at.element(i).key(), here);
                nodes.addObject(section(table, tables.entry(), at.element(i), here));
            } else {
                problems.add(here, "expected a table, found " + Shown.value(array.get(i)));
                nodes.addObject(ObjectNode.empty());
            }
        }
        return nodes.build();
    }

    private void scalar(ObjectNode.Builder node, String name, Object value, Scalar scalar, Where where) {
        switch (scalar.file(value)) {
            case Verdict.Accepted accepted -> node.addValue(Config.Key.escapeName(name), accepted.text());
            case Verdict.Refused refused -> problems.add(where, refused.why());
        }
    }

    private Where where(Place at, TomlPosition position, Where parent) {
        return position == null
                ? new Where(origin, parent.line(), parent.column(), at.shown())
                : new Where(origin, position.line(), position.column(), at.shown());
    }
}
