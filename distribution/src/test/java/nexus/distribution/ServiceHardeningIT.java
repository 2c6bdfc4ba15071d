package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How much of a machine the service can reach, by systemd's own measure: 0 is nothing, 10 is everything.
class ServiceHardeningIT {

    private static final Pattern LEVEL = Pattern.compile("Overall exposure level for nexus.service: ([0-9.]+)");
    private static final double BOUND = 2.5;

    @TempDir
    Path folder;

    @Test
    void littleIsExposed() throws Exception {
        var unit = Tool.DOCS.resolve("nexus.service").toString();

        var report = Tool.output(
                folder,
                List.of(
                        Tool.installed("systemd-analyze", "systemd"),
                        "security",
                        "--offline=true",
                        "--no-pager",
                        unit));

        var level = LEVEL.matcher(report);
        assertTrue(level.find(), report);
        assertTrue(Double.parseDouble(level.group(1)) < BOUND, report);
    }
}
