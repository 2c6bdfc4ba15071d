package nexus.app.operate;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nexus.app.check.CheckerException;
import nexus.app.check.Recognition;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendEntry;
import nexus.app.config.ConfigException;
import nexus.app.config.ConfigSource;
import nexus.app.config.NexusConfig;
import nexus.app.operate.OperateException.Kind;

/// Judges an entry that somebody gave, and finds out its type where it has none.
final class TypeFinder {

    /// An entry with a type.
    ///
    /// @param how how the type was found out; empty: it was given
    record Typed(BackendEntry entry, Optional<String> how) {}

    private static final String GIVE_ONE = "; give its type";

    private final ConfigSource source;
    private final Function<BackendConfig, Recognition> recognizer;

    TypeFinder(ConfigSource source, Function<BackendConfig, Recognition> recognizer) {
        this.source = source;
        this.recognizer = recognizer;
    }

    /// Blocks while the server is asked.
    Typed typed(BackendEntry given, NexusConfig base) throws OperateException {
        if (given.settings().containsKey("type")) {
            return new Typed(given, Optional.empty());
        }
        return switch (look(complete(standIn(given), base))) {
            case Recognition.Recognised(String type, String how) ->
                new Typed(given.with("type", type), Optional.of(how));
            case Recognition.Nexus() -> throw unclear("a Nexus answers there, which is no backend");
            case Recognition.Unrecognised(String reason) ->
                throw unclear("the server is of no type that Nexus knows: " + reason + GIVE_ONE);
            case Recognition.Unheard unheard ->
                throw unclear("its type can't be found out, no answer came: " + unheard.reason() + GIVE_ONE);
        };
    }

    /// @throws OperateException with every problem of the entry
    BackendConfig complete(BackendEntry entry, NexusConfig base) throws OperateException {
        try {
            return source.complete(entry, base);
        } catch (ConfigException e) {
            throw OperateException.invalid("the backend is not valid", e);
        }
    }

    /// The entry with any name and type, so that its other settings can be judged and used.
    private BackendEntry standIn(BackendEntry given) {
        String any = source.typeNames().values().stream().sorted().findFirst().orElse("generic");
        var typed = given.with("type", any);
        return given.settings().containsKey("name") ? typed : typed.with("name", "unnamed");
    }

    private Recognition look(BackendConfig server) throws OperateException {
        try {
            return recognizer.apply(server);
        } catch (CheckerException e) {
            throw new OperateException(Kind.INVALID, e.getMessage(), List.of(), e);
        }
    }

    private static OperateException unclear(String message) {
        return new OperateException(Kind.INVALID, message);
    }
}
