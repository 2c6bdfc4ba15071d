/// How to teach Nexus a new kind of LLM server.
///
/// One idea carries the contract: a [Question] is a path and a pure reader of the answer. Write a final class
/// that implements [BackendProbe]: it names the type and the question whose answer decides health. Nexus does
/// the rest: when to ask, the connection, deadlines, limits, credentials, thresholds, what people see.
///
/// ```java
/// public final class SglangProbe implements BackendProbe {
///     public String type() { return "sglang"; }
///     public Question question() { return Question.get("/v1/models", OpenAiModels::read); }
/// }
/// ```
///
/// *A reader is called* with whatever a server sent: an error page, half a JSON document, a gigabyte cut to the
/// cap. It returns a [Reading], never throws for bad input, keeps nothing, and may run on any thread.
/// *More to know?* [FollowUp]s are asked after a ready reading; they enrich, or veto by an explicit statement.
/// *Lifecycle:* one instance a process, made by `ServiceLoader`, asked from many threads at once, never closed.
/// *Compatibility:* values are final classes with factories and withers, so that a later version adds without
/// breaking a compiled probe; only Nexus itself switches on the sealed types.
package nexus.spi;
