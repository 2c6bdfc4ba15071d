package measure;

import java.io.IOException;
import java.util.Map;

/// A health checker under measurement: a running process that watches the whole fleet.
interface Checker extends AutoCloseable {
    String name();

    long pid();

    /// Seconds from the start of the process until it called as many backends healthy as should be; NaN if it
    /// can't be known.
    double secondsToHealthy(int expected, double atMost) throws IOException, InterruptedException;

    /// What it says now about each backend, by the number of the stand-in.
    Map<Integer, Verdict> verdicts() throws IOException;

    /// The wall-clock milliseconds at which each backend that is down now was called down.
    Map<Integer, Long> downSince() throws IOException;

    @Override
    void close();

    /// What a checker says about one backend.
    ///
    /// @param healthy        its status
    /// @param error          kind of the last check's failure, empty if none
    /// @param latenessMillis start of the last check behind its plan, NaN if not told
    record Verdict(boolean healthy, String error, double latenessMillis) {}
}
