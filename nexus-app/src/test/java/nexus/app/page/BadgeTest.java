package nexus.app.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class BadgeTest {

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "unhealthy", "degraded", "unknown", "draining", "disabled"})
    void itSaysHowSomethingIsInWordsAndIsNoWiderForIt(String word) throws Exception {
        var badge = parsed("gpu-1", word);

        assertEquals("gpu-1: " + word, badge.getAttribute("aria-label"));
        assertEquals(parsed("gpu-1", "healthy").getAttribute("width"), badge.getAttribute("width"));
    }

    @Test
    void eachStateHasAColourAndAShapeOfItsOwn() {
        var looks = List.of("healthy", "unhealthy", "degraded", "draining", "unknown").stream()
                .map(StatusLook::of)
                .toList();

        assertEquals(
                looks.size(), looks.stream().map(StatusLook::colour).distinct().count());
        assertEquals(
                looks.size(), looks.stream().map(StatusLook::path).distinct().count());
        assertNotEquals(StatusLook.of("healthy"), StatusLook.of("a word to come"));
    }

    @Test
    void aNameIsTextWhateverItIs() throws Exception {
        var badge = parsed("</text><script>alert(1)</script>\"'&\u202e", "healthy");

        assertEquals(0, badge.getElementsByTagName("script").getLength());
        assertFalse(new String(Badge.of("\u202e", "healthy"), UTF_8).contains("\u202e"));
    }

    private static Element parsed(String label, String word) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Badge.of(label, word)))
                .getDocumentElement();
    }
}
