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

/// Walks a parsed file along the schema: keeps what is allowed as a tree for Helidon Config, notes where every
/// key stands, and reports the rest. Types are checked here, because a config node knows nothing but strings.
final class TomlTree {

    private static final int MOST_BACKENDS = 50_000;
    /// Labels or headers of one backend.
    private static final int MOST_NAMED = 64;

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
            Place place = at.child(name);
            Where here = where(place, table.inputPositionOf(List.of(name)), where);
            Shape shape = section.keys().get(name);
            if (shape == null) {
                String unknown = new UnknownKey(schema, section, at).message(name, entry.getValue());
                problems.add(here, unknown);
            } else {
                member(node, name, entry.getValue(), shape, place, here);
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
            case Shape.Section section -> {
                if (value instanceof TomlTable table) {
                    node.addObject(name, section(table, section, at, where));
                } else {
                    problems.add(where, "expected a table, found " + kind(value));
                }
            }
            case Shape.Named named -> {
                if (value instanceof TomlTable table) {
                    node.addObject(name, named(table, named, at, where));
                } else {
                    problems.add(where, "expected a table, found " + kind(value));
                }
            }
            case Shape.Tables tables -> {
                if (value instanceof TomlArray array) {
                    node.addList(name, list(array, tables, at, where));
                } else {
                    problems.add(where, "expected [[" + name + "]], two brackets a backend, found " + kind(value));
                }
            }
        }
    }

    /// Said in place of the value: a table's content may be secret.
    private static String kind(Object value) {
        return switch (value) {
            case TomlTable _ -> "a table";
            case TomlArray _ -> "an array";
            default -> "a single value";
        };
    }

    private ObjectNode named(TomlTable table, Shape.Named named, Place at, Where where) {
        if (table.size() > MOST_NAMED) {
            problems.add(where, "expected at most " + MOST_NAMED + " entries, found " + table.size());
            return ObjectNode.empty();
        }
        var node = ObjectNode.builder();
        table.entrySet().forEach(entry -> {
            String name = entry.getKey();
            TomlPosition position = table.inputPositionOf(List.of(name));
            String refused = named.name().apply(name);
            if (refused.isEmpty()) {
                Place place = at.child(name);
                Where here = where(place, position, where);
                places.put(place.key(), here);
                scalar(node, name, entry.getValue(), named.value(), here);
            } else {
                // The name stays out of the message: "Authorization: Bearer ..." has been written as one.
                problems.add(where(at, position, where), refused);
            }
        });
        return node.build();
    }

    private ListNode list(TomlArray array, Shape.Tables tables, Place at, Where where) {
        if (array.size() > MOST_BACKENDS) {
            problems.add(where, "expected at most " + MOST_BACKENDS + " backends, found " + array.size());
            return ListNode.builder().build();
        }
        var chunks = ListNode.builder();
        int end = array.size();
        for (int start = 0; start < end; start += Place.CHUNK) {
            var chunk = ListNode.builder();
            for (int i = start; i < Math.min(end, start + Place.CHUNK); i++) {
                Where here = where(at.element(i), array.inputPositionOf(i), where);
                chunk.addObject(element(array.get(i), tables.entry(), at.element(i), here));
            }
            chunks.addList(chunk.build());
        }
        return chunks.build();
    }

    private ObjectNode element(Object value, Shape.Section entry, Place at, Where where) {
        if (value instanceof TomlTable table) {
            places.put(at.key(), where);
            return section(table, entry, at, where);
        }
        problems.add(where, "expected a table, found " + Shown.value(value));
        return ObjectNode.empty();
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
