package nexus.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nexus.app.Recordings;
import nexus.app.check.Recognition.Recognised;
import nexus.app.config.BackendUrl;
import nexus.app.demo.Behaviour;
import nexus.app.demo.Reply;
import nexus.app.demo.StandIn;
import nexus.app.probes.Probes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every recorded answer to a deciding question, played by a server that knows nothing else: the least that a type
/// can be told by. The table is `recognised.txt`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecognisedRecordingsTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private record Row(String path, String recording, String type) {
        static Row of(String line) {
            var cells = List.of(line.split(" *\\| *"));
            return new Row(cells.get(0), cells.get(1), cells.get(2));
        }
    }

    private Recognizer recognizer;

    @BeforeAll
    void open() {
        recognizer = new Recognizer(Probes.load());
    }

    @AfterAll
    void close() {
        recognizer.close();
    }

    @ParameterizedTest
    @MethodSource("table")
    void aRecordedAnswerAloneTellsTheTypeOrNothing(Row row) {
        var reply = Reply.raw(Recordings.bytes(file(row.recording())));
        try (var server = StandIn.start("recorded", Behaviour.at(row.path(), reply))) {
            var found = recognizer.look(BackendUrl.parse(server.url()), LIMIT);

            assertEquals(row.type(), found instanceof Recognised known ? known.type() : "none", found::toString);
        }
    }

    @Test
    void everyRecordedAnswerToADecidingQuestionIsInTheTable() throws IOException {
        var deciding = Probes.load().list().stream()
                .map(found -> found.probe().question().path())
                .collect(Collectors.toSet());
        var missing = new TreeSet<String>();
        for (var list : readings()) {
            list.map(line -> List.of(line.split(" *\\| *")))
                    .filter(cells ->
                            deciding.contains(cells.get(1)) && !cells.get(2).contains(" + "))
                    .forEach(cells -> missing.add(cells.get(1) + " | " + cells.get(2)));
        }
        table().forEach(row -> missing.remove(row.path() + " | " + row.recording()));

        assertEquals(List.of(), List.copyOf(missing));
    }

    private static List<Stream<String>> readings() throws IOException {
        var lists = new ArrayList<Stream<String>>();
        for (String module : List.of("ollama", "openai", "llamacpp", "generic")) {
            lists.add(lines(Path.of("../nexus-probe-" + module + "/src/test/resources/readings.txt")));
        }
        return lists;
    }

    static Stream<Row> table() throws IOException {
        return lines(Path.of("src/test/resources/nexus/app/check/recognised.txt"))
                .map(Row::of);
    }

    private static Stream<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream().filter(line -> line.contains(".http"));
    }

    private static Path file(String recording) {
        return Recordings.files().stream()
                .filter(file -> file.endsWith(recording))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no recording " + recording));
    }
}
