/// Finds servers: start with [nexus.app.discover.Discovery], which asks places on this machine and in networks that it
/// is given, and [nexus.app.discover.KnownPorts], where it looks. What is there is told by
/// [nexus.app.check.Recognizer].
package nexus.app.discover;
