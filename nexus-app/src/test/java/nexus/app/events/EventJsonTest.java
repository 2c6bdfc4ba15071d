package nexus.app.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nexus.app.health.BackendStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {

    private static final Cause CAUSE = new Cause("Timeout", "Timeout(5)", "no answer \u2603", "look");

    static Stream<Happening> happenings() {
        return Stream.of(
                new Happening.StatusChanged(
                        "b", BackendStatus.HEALTHY, BackendStatus.UNHEALTHY, Optional.of(CAUSE), false),
                new Happening.StatusChanged("b", BackendStatus.UNKNOWN, BackendStatus.HEALTHY, Optional.empty(), true),
                new Happening.CauseChanged("b", CAUSE, CAUSE),
                new Happening.ModelsChanged(
                        "b",
                        List.of("x", "y"),
                        List.of("z"),
                        List.of(new Happening.ModelChange("w", "state", "", "loaded")),
                        7),
                new Happening.ModelMoved("x", "a", "b"),
                new Happening.ConfigChanged(List.of("a"), List.of("b"), List.of("c"), List.of("d"), 1),
                new Happening.Started("0.1.0"),
                new Happening.Stopped(),
                new Happening.Lost(5, 9));
    }

    @ParameterizedTest
    @MethodSource("happenings")
    void whatIsWrittenIsReadAsTheSame(Happening what) throws IOException {
        var event = new Event(1_795_536_000_001L, Instant.parse("2026-11-24T16:00:00.125Z"), what);

        assertEquals(Optional.of(event), EventReading.event(written(event)));
    }

    @Test
    void everyTypeIsAmongTheWordsOfTypes() {
        assertEquals(
                Happening.TYPES, happenings().map(Happening::type).distinct().toList());
    }

    @Test
    void everyTypeIsAmongTheseAndInTheDocs() throws IOException {
        var tried = happenings().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(Happening.class.getPermittedSubclasses()), tried);
        String page = Files.readString(Path.of("..", "docs", "api.md"));
        for (String type : Happening.TYPES) {
            assertTrue(page.lines().anyMatch(line -> line.matches("\\| [^|]*`" + type + "`[^|]*\\|.*")), type);
        }
    }

    @Test
    void theFormIsThePromisedOne() throws IOException {
        assertEquals(
                "{\"id\":7,\"at\":\"2026-11-24T16:00:00.000Z\",\"type\":\"status_changed\",\"backend\":\"b\","
                        + "\"old\":\"healthy\",\"new\":\"unhealthy\",\"resumed\":false,\"cause\":{\"kind\":\"Timeout\","
                        + "\"text\":\"Timeout(5)\",\"cause\":\"no answer \u2603\",\"fix\":\"look\"}}",
                written(new Event(
                        7,
                        Instant.parse("2026-11-24T16:00:00Z"),
                        happenings().findFirst().orElseThrow())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"id\":1,\"at\":\"2026-11-24T16:00:00Z\",\"type\":\"of_tomorrow\"}",
                "{\"id\":1,\"at\":\"yesterday\",\"type\":\"stopped\"}",
                "{\"id\":1,\"at\":\"2026-11-24T16:00:00Z\",\"type\":\"status_changed\",\"old\":\"well\"}"
            })
    void whatIsNoEventIsNone(String text) {
        assertEquals(Optional.empty(), EventReading.event(text));
    }

    private static String written(Event event) throws IOException {
        var text = new StringWriter();
        try (var out = new JsonFactory().createGenerator(text)) {
            EventJson.write(out, event);
        }
        return text.toString();
    }
}
