/// How to teach Nexus a new kind of LLM server: read this page from top to bottom, and a probe is written.
///
/// ## One idea
///
/// A *question* is a path to `GET` and a pure function that reads the answer ([Question]). A *probe* ([BackendProbe])
/// names a type of server, as users write it in `nexus.toml`, and the one question whose answer decides whether such
/// a server is healthy. Nexus does the rest: when to ask, the connection, deadlines, limits, credentials, thresholds,
/// what people see.
///
/// ## A whole probe
///
/// {@snippet file="com/example/sglang/SglangProbe.java" region="probe" :
/// public final class SglangProbe implements BackendProbe {
///
///     @Override
///     public String type() {
///         return "sglang";
///     }
///
///     @Override
///     public Question question() {
///         return Question.get("/v1/models", OpenAiModels::read);
///     }
///
///     @Override
///     public List<FollowUp> followUps() {
///         return List.of(FollowUp.get("/ready", SglangProbe::readiness));
///     }
///
///     @Override
///     public boolean resembles(Answer answer) {
///         return OpenAiModels.areOwnedBy(answer, "sglang");
///     }
///
///     private static Finding readiness(Answer answer, ModelList known) {
///         boolean refuses = answer.status() == 503 && answer.bodyLength() == 0; // a proxy's 503 has a page
///         return refuses ? Finding.veto("lists its models, but takes no requests") : Finding.nothing();
///     }
/// }
/// }
///
/// The first two methods are all that is needed. The module that holds the class says
/// `requires nexus.spi;` and `provides nexus.spi.BackendProbe with com.example.sglang.SglangProbe;`; its jar is laid
/// into `plugins/` of a Nexus, and `nexus probes` lists it.
///
/// ## What happens in a check
///
/// 1. Nexus asks the question's path below the backend's URL, and gives the whole [Answer] to the reader.
/// 2. The reader returns a [Reading]: *ready*, with or without the server's [ModelList]; *not ready*, with the server's
///    reason; or *unreadable*, with what is wrong. Whatever the reader says, a status outside 2xx is a failed check.
/// 3. After a ready reading each [FollowUp] is asked, within the same deadline and one second in all. Its reader is
///    given the answer and the models so far, and returns a [Finding]: better models, a *veto*, or nothing.
/// 4. From the verdicts of several checks, not from one, Nexus concludes whether the backend is healthy.
///
/// ## What a reader must keep to
///
/// - It is given whatever some server sent: an error page, half a JSON document, megabytes of noise. It never throws
///   for bad input, and never returns null.
/// - It is pure: the same answer reads the same, on any thread, on many at once. No I/O, no clock, no memory of
///   earlier answers, nothing of the answer kept after it returned.
/// - It is quick: microseconds are usual. One that needs a second is left alone, and its check fails.
/// - A path it asks must cost the server nothing: no token generated, no model loaded or woken.
///
/// The package `nexus.spi.support` reads JSON that way, and the lists that most servers speak. What a reader returns is
/// kept until the next check, for each of thousands of backends: so a [ModelList] has bounds, and counts what it drops.
///
/// ## Testing it
///
/// The test kit, `nexus.spi.testkit` in the SPI's test-jar, holds a probe against all of this:
///
/// {@snippet file="com/example/sglang/SglangProbeTest.java" region="test" :
/// class SglangProbeTest implements ProbeContract {
///
///     @Override
///     public BackendProbe probe() {
///         return new SglangProbe();
///     }
///
///     @Override
///     public List<Answer> samples() {
///         String list = "{\"data\":[{\"id\":\"Qwen/Qwen3-8B\",\"owned_by\":\"sglang\"}]}";
///         return List.of(Answer.of(200, list), Answer.of(503, ""));
///     }
/// }
/// }
///
/// ## Lifecycle and threads
///
/// One instance a process, made by `ServiceLoader` at the start. Its methods and its readers are called from many
/// threads at once. It is never closed. What it throws, and the time it wastes, cost its own backends only; but it is
/// trusted code, with all of Nexus's rights.
///
/// ## Compatibility
///
/// A probe compiled against version 0.1.0 runs with every later one: the build of Nexus compares, and tries a jar kept
/// from then. To keep that possible, values are final classes with factories and withers instead of records and enums;
/// [Reading] and [Finding] are sealed, and only Nexus switches on them: later versions may add a kind.
package nexus.spi;
