package nexus.app.check;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// How many checks may run at a time: the one bound is the process's file descriptors.
///
/// @param forChecks what is left for checks; the rest is for the API's clients, files and pipes
record Descriptors(int forChecks) {

    private static final int SMALLEST_RESERVE = 64;
    private static final int LARGEST_RESERVE = 2304;
    private static final int WHERE_THE_SYSTEM_DOES_NOT_TELL = 8192;

    static Descriptors ofProcess() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? of(system.getMaxFileDescriptorCount())
                : new Descriptors(WHERE_THE_SYSTEM_DOES_NOT_TELL);
    }

    /// @param limit the hard limit of the process, which the JVM makes its own at start
    static Descriptors of(long limit) {
        long reserve = Math.clamp(limit / 4, SMALLEST_RESERVE, LARGEST_RESERVE);
        return new Descriptors(Math.clamp(limit - reserve, 1, Integer.MAX_VALUE));
    }
}
