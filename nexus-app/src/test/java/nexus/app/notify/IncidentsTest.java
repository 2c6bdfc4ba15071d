package nexus.app.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nexus.app.notify.Message.Incident;
import org.junit.jupiter.api.Test;

class IncidentsTest {

    private final Incidents books = new Incidents();

    @Test
    void aHostHasOneIncidentUntilItsLastBackendIsBack() {
        assertEquals(List.of("+a 2"), after("a", Map.of("a", 2)));
        assertEquals(List.of(), after("", Map.of("a", 1)));
        assertEquals(List.of("+b 1"), after("b", Map.of("a", 1, "b", 1)));
        assertEquals(List.of("-a"), after("", Map.of("b", 1)));
        assertEquals(List.of("-b"), after("", Map.of()));
    }

    @Test
    void manyHostsAtOnceAreOneIncidentOfTheFleet() {
        var storm = hosts(500);
        assertEquals(List.of("+h0 1"), after("h0", Map.of("h0", 1)));
        assertEquals(List.of("+fleet 500"), after(String.join(" ", storm.keySet()), storm));
        assertEquals(List.of("-h0"), after("", Map.of("h1", 1)));
        assertEquals(List.of("-fleet"), after("", Map.of()));
    }

    @Test
    void whatAnEarlierRunOpenedIsClosed() {
        books.resume(Map.of("a", 1));

        assertEquals(List.of("-a", "-fleet"), after("", Map.of()));
    }

    @Test
    void whicheverIncidentsAnEarlierRunOpenedNoneStaysOpen() {
        var storm = hosts(20);
        books.resume(storm);

        var closed = after("", Map.of());

        assertEquals(21, closed.size());
        assertTrue(closed.contains("-fleet") && closed.contains("-h7"), closed.toString());
    }

    private List<String> after(String fallen, Map<String, Integer> down) {
        SortedSet<String> hosts = new TreeSet<>(fallen.isEmpty() ? List.of() : List.of(fallen.split(" ")));
        return books.after(hosts, down).stream().map(IncidentsTest::text).toList();
    }

    private static String text(Incident incident) {
        String host = incident.host().orElse("fleet");
        return incident.open() ? "+" + host + " " + incident.down() : "-" + host;
    }

    private static Map<String, Integer> hosts(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "h" + i, i -> 1));
    }
}
