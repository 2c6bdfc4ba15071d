/// One HTTP question over one socket. [Lines] opens a [Line] to an [Endpoint]; [Line#ask] ends in an [Ending].
///
/// A *reader* that is fed bytes and knows no socket ([AnswerReader]) and a *wire* that knows no HTTP
/// ([DeadlineSocket], [Dial]); [Line] brings them together under one [Deadline]. Where an exchange ended is
/// known from the step it was at and the type of what was thrown, never from a message.
///
/// What is shared between lines: [Names] (lookups), [Buffers] (memory), [TlsTrust] (certificates).
package nexus.app.exchange;
