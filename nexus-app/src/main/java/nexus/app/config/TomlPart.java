package nexus.app.config;

import org.tomlj.TomlPosition;

/// A text that was parsed alone, and where it stands in its file.
///
/// @param origin the file as the user named it
/// @param lines  the file's lines before this text
record TomlPart(String origin, int lines) {

    Where where(TomlPosition position, String shown) {
        return new Where(origin, position.line() + lines, position.column(), shown);
    }
}
