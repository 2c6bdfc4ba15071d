package nexus.app.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.List;
import nexus.app.check.Recognition;
import nexus.app.discover.mdns.Announced;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final Recognition OLLAMA = new Recognition.Recognised("ollama", "it says so");
    private static final Announced A = at("a.local", "10.0.0.1");
    private static final Announced B = at("b.local", "10.0.0.2");

    private final Roster roster = new Roster();

    private static Announced at(String host, String address) {
        return new Announced(host, InetAddress.ofLiteral(address), 11434);
    }

    @Test
    void eachServiceIsAskedOnceAndStaysAsItWasRecognised() {
        assertEquals(List.of(A, B), roster.toAsk(List.of(A, B)));
        roster.answered(A, OLLAMA);

        assertEquals(List.of(), roster.toAsk(List.of(A, B)));
        assertEquals(List.of("ollama-10.0.0.1"), names());
    }

    @Test
    void whoIsNotRecognisedIsAskedAgainSomeRoundsLater() {
        roster.toAsk(List.of(A));
        roster.answered(A, new Recognition.Unheard(false, "refused"));

        for (int round = 0; round < 4; round++) {
            roster.endRound();
            assertEquals(List.of(), roster.toAsk(List.of(A)));
        }
        roster.endRound();
        assertEquals(List.of(A), roster.toAsk(List.of(A)));
        roster.answered(A, OLLAMA);
        roster.endRound();
        assertEquals(List.of(), roster.toAsk(List.of(A)));
        assertEquals(List.of("ollama-10.0.0.1"), names());
    }

    @Test
    void whoIsGoneIsForgottenAndALateAnswerAboutItToo() {
        roster.toAsk(List.of(A, B));
        roster.answered(A, OLLAMA);
        roster.toAsk(List.of());
        roster.answered(B, OLLAMA);

        assertEquals(List.of(), names());
        assertEquals(List.of(A), roster.toAsk(List.of(A)));
    }

    @Test
    void onePlaceUnderTwoHostNamesIsOneNeighbour() {
        var twin = at("other.local", "10.0.0.1");
        roster.toAsk(List.of(A, twin));
        roster.answered(A, OLLAMA);
        roster.answered(twin, OLLAMA);

        assertEquals(List.of("ollama-10.0.0.1"), names());
    }

    @Test
    void aNexusIsNoNeighbour() {
        roster.toAsk(List.of(A));
        roster.answered(A, new Recognition.Nexus());

        assertEquals(List.of(), names());
    }

    private List<String> names() {
        return roster.neighbours().stream().map(Neighbour::name).toList();
    }
}
