package nexus.app.discover.mdns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourhoodTest {

    private static final String OLLAMA = "_ollama._tcp.local";
    private static final String HTTP = "_http._tcp.local";
    private static final InetAddress NEAR = InetAddress.ofLiteral("192.168.1.2");

    /// What begins with 8 is far away.
    private final Neighbourhood neighbourhood =
            new Neighbourhood((address, from) -> !address.getHostAddress().startsWith("8"));

    @Test
    void aServiceIsKnownWithItsPlace() {
        hear(Wire.service(OLLAMA, "My GPU", "GPU-1.local", 11434, "192.168.1.9"));

        assertEquals(
                List.of(new Announced("gpu-1.local", InetAddress.ofLiteral("192.168.1.9"), 11434)),
                neighbourhood.services());
    }

    @Test
    void itsPartsMayComeInAnyOrderAndInPacketsOfTheirOwn() {
        hear(Wire.answer()
                .address("a.local", "10.0.0.1", 120)
                .service(OLLAMA, "a", "a.local", 1, 120)
                .pointer(OLLAMA, "a", 120)
                .bytes());
        hear(Wire.answer().pointer(OLLAMA, "b", 120).bytes());
        assertEquals(1, neighbourhood.services().size());
        assertTrue(asks("b"), "for the place of b");

        hear(Wire.answer().service(OLLAMA, "b", "bb.local", 2, 120).bytes());
        assertTrue(asks("bb"), "for the address of bb");

        hear(Wire.answer().address("bb.local", "10.0.0.2", 120).bytes());
        assertEquals(2, neighbourhood.services().size());
        assertFalse(asks("bb"));
    }

    private boolean asks(String label) {
        String text = new String(neighbourhood.question(), StandardCharsets.ISO_8859_1);
        return text.contains((char) label.length() + label);
    }

    @ParameterizedTest
    @CsvSource({
        "LM Studio on mac, true",
        "lmstudio-mac, true",
        "exo-node-1, true",
        "vLLM (gpu-1), true",
        "llama-server, true",
        "HP LaserJet 400, false",
        "Lexoffice Drucker, false",
        "NAS, false",
    })
    void ofWebServersOnlyThoseNamedLikeAnLlmServerCount(String instance, boolean counts) {
        hear(Wire.service(HTTP, instance, "x.local", 1234, "10.0.0.1"));

        assertEquals(counts ? 1 : 0, neighbourhood.services().size());
    }

    @Test
    void aGoodbyeEndsAServiceAtOnce() {
        hear(Wire.service(OLLAMA, "a", "a.local", 1, "10.0.0.1"));
        hear(Wire.service(OLLAMA, "b", "b.local", 1, "10.0.0.2"));

        hear(Wire.answer().pointer(OLLAMA, "a", 0).bytes());
        hear(Wire.answer().service(OLLAMA, "b", "b.local", 1, 0).bytes());

        assertEquals(List.of(), neighbourhood.services());
    }

    @Test
    void whoIsMissedInTwoRoundsIsGone() {
        hear(Wire.service(OLLAMA, "stays", "a.local", 1, "10.0.0.1"));
        hear(Wire.service(OLLAMA, "goes", "b.local", 1, "10.0.0.2"));

        neighbourhood.endRound();
        hear(Wire.answer().pointer(OLLAMA, "stays", 120).bytes());
        assertEquals(2, neighbourhood.services().size());
        neighbourhood.endRound();

        assertEquals(
                List.of("a.local"),
                neighbourhood.services().stream().map(Announced::host).toList());
    }

    @Test
    void aFarAddressIsNeverAskedNorAFarSpeakerHeard() {
        hear(Wire.service(OLLAMA, "a", "a.local", 1, "8.8.8.8"));
        byte[] packet = Wire.service(OLLAMA, "b", "b.local", 1, "10.0.0.2");
        neighbourhood.hear(packet, packet.length, InetAddress.ofLiteral("8.8.4.4"));

        assertEquals(List.of(), neighbourhood.services());
    }

    @Test
    void ofAThousandServicesABoundedNumberIsKept() {
        for (int i = 0; i < 1000; i++) {
            hear(Wire.service(OLLAMA, "s" + i, "h" + i + ".local", 1, "10.0.0.1"));
        }

        assertEquals(Neighbourhood.MOST, neighbourhood.services().size());
        assertTrue(neighbourhood.overflowed());
        assertTrue(neighbourhood.question().length < 1500);
    }

    @Test
    void anAddressOfTheOlderFamilyIsPreferred() {
        hear(Wire.answer()
                .pointer(OLLAMA, "a", 120)
                .service(OLLAMA, "a", "a.local", 1, 120)
                .address("a.local", "fd00::1", 120)
                .address("a.local", "10.0.0.1", 120)
                .bytes());

        assertEquals("10.0.0.1", neighbourhood.services().getFirst().address().getHostAddress());
    }

    @Test
    void aServiceOnPortZeroOrWithAnOddNameIsHarmless() {
        hear(Wire.service(OLLAMA, "a", "a.local", 0, "10.0.0.1"));
        hear(Wire.service(OLLAMA, "\u001b[31m\n.", "\u001b.local", 1, "10.0.0.2"));

        assertEquals(1, neighbourhood.services().size());
    }

    /// RFC 1035: an id, no flags, two questions; `_ollama._tcp.local`, PTR, IN first.
    @Test
    void theQuestionIsForBothKindsOfService() {
        byte[] question = neighbourhood.question();

        assertEquals(2, question[5]);
        byte[] name = Wire.name(OLLAMA);
        assertEquals(List.of(name.length + 12 + 4, 12), List.of(indexOfNext(question, name.length), (int)
                question[12 + name.length + 1]));
    }

    private static int indexOfNext(byte[] question, int length) {
        return new String(question, StandardCharsets.ISO_8859_1).indexOf((char) 5 + "_http", length);
    }

    private void hear(byte[] packet) {
        neighbourhood.hear(packet, packet.length, NEAR);
    }
}
