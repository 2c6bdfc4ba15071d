package nexus.spi.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nexus.spi.Answer;
import nexus.spi.BackendProbe;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Recorded answers, and a table that a person wrote of what each should read as. Implement it with an empty test
/// class; put the recordings under `src/test/resources/recordings/` and the table beside it, as `readings.txt` (its
/// columns: [ExpectedReading]).
public interface RecordingsContract {

    /// The folder that holds `recordings/` and `readings.txt`, relative to the module's.
    default Path resources() {
        return Path.of("src/test/resources");
    }

    @TestFactory
    default Stream<DynamicTest> everyRecordingReadsAsAPersonWouldReadIt() throws IOException {
        return rows().stream()
                .map(row -> dynamicTest(name(row), () -> {
                    List<Answer> answers = row.recordings().stream()
                            .map(file ->
                                    Recording.read(recordings().resolve(file)).answer())
                            .toList();

                    assertEquals(
                            row.toString(),
                            row.actual(probe(row.type()), answers).toString());
                }));
    }

    @Test
    default void everyRecordingHasARow() throws IOException {
        Set<String> present;
        try (var files = Files.walk(recordings())) {
            present = files.filter(file -> file.toString().endsWith(".http"))
                    .map(file -> recordings().relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> named = rows().stream()
                .flatMap(row -> row.recordings().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(present, named);
    }

    private List<ExpectedReading> rows() throws IOException {
        return Files.readAllLines(resources().resolve("readings.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(ExpectedReading::parse)
                .toList();
    }

    private Path recordings() {
        return resources().resolve("recordings");
    }

    private static String name(ExpectedReading row) {
        return row.type() + " " + row.path() + " " + row.recordings().getLast();
    }

    private static BackendProbe probe(String type) {
        return ServiceLoader.load(BackendProbe.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(probe -> probe.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no probe of type " + type));
    }
}
