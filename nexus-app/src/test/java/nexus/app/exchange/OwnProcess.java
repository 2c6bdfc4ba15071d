package nexus.app.exchange;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nexus.spi.Answer;
import org.junit.jupiter.api.Assertions;
import org.opentest4j.AssertionFailedError;

/// Runs a program of the tests in a process of its own, for which a shell sets limits first.
final class OwnProcess {

    private OwnProcess() {}

    /// What it prints.
    ///
    /// @param wrapper what the shell is started by; may be empty
    /// @param limits  what the shell does first
    static String output(List<String> wrapper, String limits, Class<?> program) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> shell = List.of(
                "sh", "-c", limits + " && exec \"$0\" -cp \"$1\" \"$2\"", java, classPath(program), program.getName());
        Process process = new ProcessBuilder(
                        Stream.concat(wrapper.stream(), shell.stream()).toList())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes()).strip();
    }

    private static String classPath(Class<?> program) {
        return Stream.of(Line.class, program, Answer.class, Assertions.class, AssertionFailedError.class)
                .map(OwnProcess::place)
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
