package nexus.app.config;

import java.nio.file.Path;
import java.util.Map;

/// What a load is given beside the flags.
///
/// @param origin    the file as the user named it
/// @param folder    what `ca_file` is relative to
/// @param env       the environment
/// @param typeNames every accepted spelling of a probe type, to the type
record Inputs(String origin, Path folder, Map<String, String> env, Map<String, String> typeNames) {}
