/// What the user wrote: [ConfigLoader] makes a [NexusConfig] of it, one validated record a section, every
/// default in its place, or a [ConfigException] that holds every [Problem].
///
/// [Schema] lists the keys; [Walk] checks tables against it; Helidon Config merges the sections' sources;
/// [Sections] and [Backends] make the records. The known probe types come in as names; nothing here knows a
/// probe, the registry or the network.
package nexus.app.config;
