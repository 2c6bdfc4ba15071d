package nexus.app.config;

import java.util.List;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// A table of a parsed text.
///
/// @param part  what the text is a part of
/// @param start where the table itself stands, for keys that the parser has no position for
record FileTable(TomlTable table, TomlPart part, Where start) implements RawTable {

    @Override
    public Set<String> names() {
        return table.keySet();
    }

    @Override
    public Object value(String name) {
        return switch (table.get(List.of(name))) {
            case TomlTable inner -> new FileTable(inner, part, where(name, name));
            case TomlArray array -> array.toList();
            case null -> "";
            case Object value -> value;
        };
    }

    @Override
    public Where where(String name, String shown) {
        TomlPosition position = table.inputPositionOf(List.of(name));
        return position == null
                ? new Where(start.origin(), start.line(), start.column(), shown)
                : part.where(position, shown);
    }
}
