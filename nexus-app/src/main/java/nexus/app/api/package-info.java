/// What Nexus says over HTTP. [ApiServer] is the entry: it starts the server and closes it.
///
/// [Endpoints] lists the paths; a handler that reads answers from an immutable snapshot and never waits for a
/// backend; what changes something is handed to [nexus.app.operate.Operator]. The `*Json` classes are pure functions
/// from snapshots to bytes; every error has OpenAI's
/// shape ([ErrorJson]). What comes later (events, metrics) joins as one more `HttpService` beside
/// [Endpoints].
package nexus.app.api;
