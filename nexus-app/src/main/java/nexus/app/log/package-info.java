/// The log: [Log] writes an event with its fields, [Logging] starts and stops the writing.
///
/// A line is `2026-11-24T15:04:05.123Z DEBUG health: checking backend backend_id="x" url="http://..."`, or one
/// JSON object. Lines go to the standard error stream by a thread of their own, so that a reader that stands
/// still (a paused terminal, `| less`) never holds up a check. [Printable] makes hostile text harmless.
package nexus.app.log;
