package nexus.app.config;

import java.util.List;

/// Walks a table along the schema: keeps what is allowed, notes where every key stands, and reports the rest.
final class Walk {

    /// Labels or headers of one backend.
    private static final int MOST_NAMED = 64;

    private final Schema schema;
    private final Problems problems;
    private final Found found = new Found();

    private Walk(Schema schema, Problems problems) {
        this.schema = schema;
        this.problems = problems;
    }

    /// The sections of a file. Arrays of tables are looked at from outside only.
    static Found sections(RawTable file, Schema schema, Problems problems) {
        var walk = new Walk(schema, problems);
        walk.section(file, schema.root(), Place.ROOT, Where.of("", ""));
        return walk.found;
    }

    /// One backend.
    ///
    /// @param start where it starts: there stands what is missing
    static Found backend(RawTable entry, Schema schema, Where start, Problems problems) {
        var walk = new Walk(schema, problems);
        walk.section(entry, schema.backend(), Place.entry(start.key()), start);
        return walk.found;
    }

    /// One receiver, as [#backend].
    static Found receiver(RawTable entry, Schema schema, Where start, Problems problems) {
        var walk = new Walk(schema, problems);
        walk.section(entry, schema.receiver(), Place.entry(start.key()), start);
        return walk.found;
    }

    private void section(RawTable table, Shape.Section section, Place at, Where start) {
        for (String name : table.names()) {
            Place place = at.child(name);
            Where here = table.where(name, place.shown());
            Object value = table.value(name);
            Key key = section.keys().get(name);
            if (key == null) {
                problems.add(here, new UnknownKey(schema, section, at).message(name, value));
            } else {
                found.places().put(place.key(), here);
                member(name, value, key.shape(), place, here);
            }
        }
        section.keys().keySet().stream()
                .filter(key ->
                        section.keys().get(key).isRequired() && !table.names().contains(key))
                .sorted()
                .map(key -> at.child(key).shown())
                .forEach(key -> problems.add(start.withKey(key), "is missing"));
    }

    private void member(String name, Object value, Shape shape, Place at, Where where) {
        switch (shape) {
            case Scalar scalar -> scalar(value, scalar, at, where);
            case Shape.Section section -> {
                if (value instanceof RawTable table) {
                    section(table, section, at, where);
                } else {
                    problems.add(where, "expected a table, found " + kind(value));
                }
            }
            case Shape.Named named -> {
                if (value instanceof RawTable table) {
                    named(table, named, at, where);
                } else {
                    problems.add(where, "expected a table, found " + kind(value));
                }
            }
            case Shape.Tables tables -> {
                if (!(value instanceof List)) {
                    problems.add(where, "expected [[" + name + "]], " + tables.allowed() + ", found " + kind(value));
                }
            }
        }
    }

    /// Said in place of the value: a table's content may be secret.
    private static String kind(Object value) {
        return switch (value) {
            case RawTable _ -> "a table";
            case List<?> _ -> "an array";
            default -> "a single value";
        };
    }

    private void named(RawTable table, Shape.Named named, Place at, Where where) {
        if (table.names().size() > MOST_NAMED) {
            problems.add(
                    where,
                    "expected at most " + MOST_NAMED + " entries, found "
                            + table.names().size());
            return;
        }
        for (String name : table.names()) {
            String refused = named.name().apply(name);
            if (refused.isEmpty()) {
                Place place = at.child(name);
                Where here = table.where(name, place.shown());
                found.places().put(place.key(), here);
                scalar(table.value(name), named.value(), place, here);
            } else {
                // The name stays out of the message: "Authorization: Bearer ..." has been written as one.
                problems.add(table.where(name, at.shown()), refused);
            }
        }
    }

    private void scalar(Object value, Scalar scalar, Place at, Where where) {
        switch (scalar.file(value)) {
            case Verdict.Accepted accepted -> found.values().put(at.key(), accepted.text());
            case Verdict.Refused refused -> problems.add(where, refused.why());
        }
    }
}
