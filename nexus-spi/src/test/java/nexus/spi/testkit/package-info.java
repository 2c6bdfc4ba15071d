/// The test kit for authors of probes. Start with [nexus.spi.testkit.ProbeContract]: a test class that implements it
/// and returns its probe is given the whole contract of [nexus.spi.BackendProbe] as tests.
///
/// ```java
/// class SglangProbeTest implements ProbeContract {
///     public BackendProbe probe() { return new SglangProbe(); }
///     public List<Answer> samples() { return List.of(Answer.of(200, "{\"data\":[{\"id\":\"a\"}]}")); }
/// }
/// ```
///
/// With answers recorded from a real server ([nexus.spi.testkit.Recording]) and a table of what they should read as,
/// [nexus.spi.testkit.RecordingsContract] checks every one. Needs JUnit 5 on the test class path.
package nexus.spi.testkit;
