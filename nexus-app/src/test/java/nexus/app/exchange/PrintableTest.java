package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void whatCouldSteerATerminalOrTurnTheLineIsReplaced() {
        assertEquals("a?[2Jb?c?d é", Printable.of("a\u001b[2Jb\u009bc\u202ed é"));
    }

    @Test
    void longTextIsCut() {
        assertEquals("x".repeat(200) + "...", Printable.of("x".repeat(201)));
        assertEquals("x".repeat(200), Printable.of("x".repeat(200)));
    }

    @Test
    void bytesAreShownAsAsciiAndNumbers() {
        byte[] bytes = {'a', '\\', 0x1b, (byte) 0xff};
        assertEquals("a\\x5c\\x1b\\xff", Printable.of(bytes, 0, 4));
    }
}
