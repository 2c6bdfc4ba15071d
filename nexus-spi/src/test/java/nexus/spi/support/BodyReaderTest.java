package nexus.spi.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whatever pieces the bytes are read in, the characters are the same.
class BodyReaderTest {

    private static final String TEXT = "{\"id\":\"qwen\u00e9\u20ac\ud83d\ude00\"}".repeat(40);
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    @Test
    void charactersOnTheEdgeOfABufferStayWhole() throws IOException {
        for (Charset charset : CHARSETS) {
            for (int bytes = 5; bytes < 40; bytes++) {
                for (int chars = 2; chars < 40; chars++) {
                    assertEquals(TEXT, read(TEXT.getBytes(charset), charset, bytes, chars), charset + " " + bytes);
                }
            }
        }
    }

    @Test
    void noBytesAreNoCharacters() throws IOException {
        assertEquals("", read(new byte[0], StandardCharsets.UTF_8, 64, 64));
    }

    @Test
    void aCharacterThatIsCutOffIsMalformed() {
        byte[] whole = "abc\u20ac".getBytes(StandardCharsets.UTF_8);
        for (int cut = 1; cut <= 2; cut++) {
            byte[] part = Arrays.copyOf(whole, whole.length - cut);
            assertThrows(CharacterCodingException.class, () -> read(part, StandardCharsets.UTF_8, 64, 64));
        }
        assertThrows(CharacterCodingException.class, () -> read(new byte[3], StandardCharsets.UTF_16BE, 64, 64));
    }

    @Test
    void bytesThatNoEncodingAllowsAreMalformed() {
        byte[] bytes = {'a', (byte) 0xc0, (byte) 0x80, 'b'};
        assertThrows(CharacterCodingException.class, () -> read(bytes, StandardCharsets.UTF_8, 64, 64));
    }

    private static String read(byte[] bytes, Charset charset, int bufferBytes, int chars) throws IOException {
        var text = new StringBuilder();
        char[] into = new char[chars + 1];
        try (var reader = new BodyReader(inPieces(bytes), charset, bufferBytes)) {
            for (int n = reader.read(into, 1, chars); n >= 0; n = reader.read(into, 1, chars)) {
                text.append(into, 1, n);
            }
        }
        return text.toString();
    }

    /// At most seven at a time.
    private static InputStream inPieces(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                return super.read(to, offset, Math.min(7, length));
            }
        };
    }
}
