package nexus.app.config;

import java.util.ArrayList;
import java.util.List;

/// Makes backends of entries that were added at run time, with the rules and the defaults of the file. One rule is
/// theirs alone: a header's value is a variable's, so that no secret gets into the state file.
final class AddedBackends {

    private static final String HEADERS = "headers.";

    private final Schema schema;
    private final Problems problems = new Problems();
    private final Backends backends;

    AddedBackends(Inputs inputs, NexusConfig base) {
        this.schema = new Schema(inputs.typeNames());
        this.backends = new Backends(Defaults.of(base), base.server(), inputs, problems);
    }

    /// @return one for each entry
    /// @throws ConfigException with every problem of all of them
    List<BackendConfig> read(List<BackendEntry> entries) {
        var added = new ArrayList<BackendConfig>();
        for (BackendEntry entry : entries) {
            Found found = Walk.backend(EntryTable.of(entry), schema, entry.start(), problems);
            found.values().forEach((key, value) -> {
                if (key.startsWith(HEADERS) && !value.startsWith(Credentials.FROM_VARIABLE)) {
                    problems.add(
                            found.places().get(key),
                            "expected \"env:NAME\": what is added at run time takes a header's value from a variable, "
                                    + "so that no secret is written to the state file (the value is not shown)");
                }
            });
            backends.read(found, entry.start())
                    .map(backend -> backend.withSource(BackendSource.ADDED))
                    .ifPresent(added::add);
        }
        problems.throwIfAny();
        return added;
    }
}
