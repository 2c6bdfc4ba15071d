package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nexus.spi.Answer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.opentest4j.AssertionFailedError;

/// Our own trouble is told apart from the backend's, in a process that really has no descriptor left.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no such limit")
class OutOfDescriptorsTest {

    @Test
    void isOurOwnTroubleWhileConnectingAndWhileLookingUp() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -n 100 && exec \"$0\" -cp \"$1\" \"$2\"",
                        java,
                        classPath(),
                        OutOfDescriptors.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes()).strip();
        assertEquals("CONNECT OUT_OF_DESCRIPTORS, RESOLVE OUT_OF_DESCRIPTORS, false", output);
    }

    private static String classPath() {
        return Stream.of(Line.class, OutOfDescriptors.class, Answer.class, Assertions.class, AssertionFailedError.class)
                .map(OutOfDescriptorsTest::place)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
