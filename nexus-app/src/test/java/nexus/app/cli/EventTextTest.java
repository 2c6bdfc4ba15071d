package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import nexus.app.events.Happening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class EventTextTest {

    private static final List<String> TYPES = Happening.TYPES;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"type\":\"cause_changed\",\"backend\":\"b\",\"after\":{\"kind\":\"DnsError\",\"cause\":\"no address\"}"
                        + "|✗ b is still unhealthy, DnsError: no address",
                "\"type\":\"models_changed\",\"backend\":\"b\",\"added\":[\"x\"],\"removed\":[\"y\"],\"changed\":[{\"model\":\"z\","
                        + "\"what\":\"state\",\"before\":\"\",\"after\":\"loaded\"}],\"untold\":3"
                        + "|· b models +x -y z state - → loaded and 3 more",
                "\"type\":\"model_moved\",\"model\":\"m\",\"from\":\"a\",\"to\":\"b\"|· model m went from a to b",
                "\"type\":\"config_changed\",\"added\":[\"a\",\"b\"],\"removed\":[\"c\"]|· backends added a b, removed c",
                "\"type\":\"started\",\"version\":\"0.2.0\"|· Nexus 0.2.0 started",
                "\"type\":\"stopped\"|· Nexus stopped",
                "\"type\":\"lost\",\"from\":5,\"to\":9|! events 5 to 9 are lost",
                "\"type\":\"of_tomorrow\",\"backend\":\"b\"|· of_tomorrow b",
                "\"type\":\"model_moved\",\"model\":\"\\u001b[2J\",\"from\":\"a\",\"to\":\"b\"|· model \\u001b[2J went from a to b",
            })
    void everyTypeHasItsWords(String event, String line) {
        assertEquals("T " + line, EventText.line(json(event), false));
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void noTypeOfThisVersionIsShownAsOneOfALaterVersion(String type) {
        assertNotEquals(
                "T · " + type + " b", EventText.line(json("\"type\":\"" + type + "\",\"backend\":\"b\""), false));
    }

    @Test
    void colourSaysWhetherItIsGood() {
        assertEquals(
                "\u001b[2mT\u001b[0m \u001b[32m✓ b unknown → healthy\u001b[0m",
                EventText.line(
                        json("\"type\":\"status_changed\",\"backend\":\"b\",\"old\":\"unknown\",\"new\":\"healthy\""),
                        true));
    }

    private static Json json(String members) {
        return Json.read(("{\"at\":\"T\"," + members + "}").getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
