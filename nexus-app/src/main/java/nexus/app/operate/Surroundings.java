package nexus.app.operate;

import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import nexus.app.check.Recognition;
import nexus.app.config.BackendConfig;
import nexus.app.config.NexusConfig;

/// The other parts of the program that an operator works with.
///
/// @param checks     who checks the fleet
/// @param recognizer asks a server what it is; its type means nothing. Blocks for some seconds at the most
/// @param settings   is told of every configuration that comes into force, for what else follows it at once
public record Surroundings(
        Checks checks,
        Function<BackendConfig, Recognition> recognizer,
        Consumer<NexusConfig> settings,
        InstantSource clock) {

    public Surroundings {
        Objects.requireNonNull(checks, "checks");
        Objects.requireNonNull(recognizer, "recognizer");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(clock, "clock");
    }
}
