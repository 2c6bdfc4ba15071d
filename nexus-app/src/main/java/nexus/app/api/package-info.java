/// What Nexus says over HTTP. [ApiServer] is the entry: it starts the server and closes it.
///
/// [Endpoints] lists the paths; a handler that reads answers from an immutable snapshot and never waits for a
/// backend; what changes something is handed to [nexus.app.operate.Operator]. The `*Json` classes are pure functions
/// from snapshots to bytes; every error has OpenAI's
/// shape ([ErrorJson]). What is not in memory, the past, is asked through an [Archive] alone.
package nexus.app.api;
