package nexus.app.discover;

/// A port on which LLM servers listen unless told otherwise.
///
/// @param number   1 to 65535
/// @param programs who does
/// @param source   where that is written
public record KnownPort(int number, String programs, String source) {}
