/// What changes a fleet while it runs. [Operator] is the entry: reload and plan of the configuration, and the
/// operations on one backend.
///
/// Each change goes one way: a new [Standing] is made and judged as a whole, stored, and only then enacted on
/// the registry and the checker. What was refused anywhere before left no trace.
package nexus.app.operate;
