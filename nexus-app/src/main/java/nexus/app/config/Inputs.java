package nexus.app.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What a load is given beside the flags.
///
/// @param origin    the file as the user named it
/// @param file      the file, if the text is one's
/// @param folder    absolute; what the names of files in the text are relative to
/// @param env       the environment
/// @param typeNames every accepted spelling of a probe type, to the type
record Inputs(String origin, Optional<Path> file, Path folder, Map<String, String> env, Map<String, String> typeNames) {

    static Inputs of(Path file, Map<String, String> env, Map<String, String> typeNames) {
        Path parent = file.toAbsolutePath().getParent();
        return new Inputs(file.toString(), Optional.of(file), parent == null ? file : parent, env, typeNames);
    }

    /// For a text that came from elsewhere: its folder is the working directory.
    static Inputs of(String origin, Map<String, String> env, Map<String, String> typeNames) {
        return new Inputs(origin, Optional.empty(), Path.of("").toAbsolutePath(), env, typeNames);
    }
}
