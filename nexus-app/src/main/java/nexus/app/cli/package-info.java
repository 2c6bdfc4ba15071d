/// What Nexus says in a terminal. [Main] runs a command line and gives the exit code back; [Commands] lists the
/// commands, one class each.
///
/// `serve` and `demo` start the program through [nexus.app.boot]; `health`, `models` and `backends list` are thin
/// clients of the running server's API. They load neither the server nor a JSON object mapper: they are called
/// from scripts every few seconds. All output passes through [Terminal], hostile text through [Table] or
/// [nexus.app.log.Printable].
package nexus.app.cli;
