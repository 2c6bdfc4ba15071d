package nexus.app.config;

import java.util.Set;

/// A table as the user wrote it, not yet judged.
interface RawTable {

    Set<String> names();

    /// The value of one of [#names()]: a `String`, `Long`, `Double`, `Boolean`, [RawTable], a `List`, or something
    /// that no key takes.
    Object value(String name);

    /// Where a key stands.
    ///
    /// @param shown the key as problems show it
    Where where(String name, String shown);
}
