/// What the user wrote: [NexusConfig], one validated record a section, every default in its place.
///
/// The known probe types come in as a set of names; nothing here knows a probe, the registry or the network.
package nexus.app.config;
