/// What the user wrote: [ConfigLoader] makes a [NexusConfig] of it, one validated record a section, every
/// default in its place, or a [ConfigException] that holds every [Problem].
///
/// [Schema] lists the keys; [TomlFile] reads the file, a large one in parts; [Walk] checks tables against the
/// schema; Helidon Config merges the sections' sources; records are made last, a backend at a time ([Backends]).
/// What is changed at run time is in [StateFile]; [ConfigSource] composes the fleet of both, and [ConfigPlan] says
/// what differs. The known probe types come in as names; nothing here knows a probe, the registry or the network.
package nexus.app.config;
