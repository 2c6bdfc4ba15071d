package nexus.app.demo;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which threads live, virtual ones included: only a thread dump knows those.
final class Threads {

    private Threads() {}

    static boolean anyNamed(String start) throws IOException {
        Path folder = Files.createTempDirectory("threads");
        Path file = folder.resolve("dump.txt");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            return Files.readString(file).contains("\"" + start);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }
}
