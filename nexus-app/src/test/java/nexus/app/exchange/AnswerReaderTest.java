package nexus.app.exchange;

import static nexus.app.exchange.Feeding.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import nexus.app.exchange.Break.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static final int CAP = AnswerTables.CAP;

    @ParameterizedTest(name = "{0}")
    @MethodSource({"nexus.app.exchange.AnswerTables#answers", "nexus.app.exchange.AnswerTables#breaks"})
    void comesToTheSameEndInWhateverPieces(String name, String sent, String expected) {
        byte[] bytes = bytes(sent);
        assertEquals(expected, Feeding.whole(bytes, CAP));
        assertEquals(expected, Feeding.pieces(bytes, CAP, 1, 1, Kind.CLOSED_EARLY), "byte by byte");
        for (int split = 1; split < Math.min(bytes.length, 400); split++) {
            assertEquals(expected, Feeding.pieces(bytes, CAP, split, bytes.length, Kind.CLOSED_EARLY), "at " + split);
        }
    }

    @Test
    void aHeadOf64KibibytesIsReadAndOneByteMoreIsTooMuch() {
        String start = "HTTP/1.1 200 OK\r\nA: ";
        int fill = Head.LIMIT - start.length() - 4;
        assertTrue(Feeding.whole(bytes(start + "x".repeat(fill) + "\r\n\r\nhi"), CAP)
                .endsWith("x] hi"));
        String expected = "READ HEAD_TOO_LARGE: status line and headers are over 65536 bytes";
        assertEquals(expected, Feeding.whole(bytes(start + "x".repeat(fill + 1) + "\r\n\r\nhi"), CAP));
        assertEquals(expected, Feeding.whole(bytes(start + "x".repeat(1 << 20)), CAP));
    }

    @Test
    void aResetIsNoEndOfABodyThatEndsWithTheConnection() {
        byte[] bytes = bytes("HTTP/1.1 200 OK\r\n\r\nhi");
        assertEquals(
                "READ RESET: after 2 bytes of a body that ends with the connection",
                Feeding.pieces(bytes, CAP, bytes.length, 1, Kind.RESET));
    }

    @Test
    void aStrangerThatResetsIsStillNamed() {
        assertEquals("READ NOT_HTTP: begins with \"hello\"", Feeding.pieces(bytes("hello"), CAP, 5, 1, Kind.RESET));
    }

    @Test
    void gzipThatNobodyAskedForIsUnpackedUpToTheCap() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n";
        assertEquals("200 [Content-Encoding=gzip] hello", Feeding.whole(join(head, gzip("hello")), CAP));
        assertEquals(
                "READ BODY_TOO_LARGE: an unpacked body, over the cap of 20000 bytes",
                Feeding.whole(join(head, gzip("x".repeat(10_000_000))), 20_000));
        byte[] cutOff = gzip("hello");
        assertEquals(
                "READ BAD_FRAMING: a damaged gzip body",
                Feeding.whole(join(head, java.util.Arrays.copyOf(cutOff, cutOff.length - 9)), CAP));
    }

    @Test
    void gzipOfManyMembersIsReadToItsEnd() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n";
        String empty = new String(gzip(""), StandardCharsets.ISO_8859_1);
        var body = new ByteArrayOutputStream();
        body.writeBytes(gzip("hello"));
        body.writeBytes(bytes(empty.repeat(100_000)));
        body.writeBytes(gzip(" you"));
        assertEquals("200 [Content-Encoding=gzip] hello you", Feeding.whole(join(head, body.toByteArray()), 4 << 20));
        body.writeBytes(bytes("padding"));
        assertEquals("200 [Content-Encoding=gzip] hello you", Feeding.whole(join(head, body.toByteArray()), 4 << 20));
        body.reset();
        body.writeBytes(gzip("hello"));
        body.writeBytes(java.util.Arrays.copyOf(gzip(" you"), 15));
        assertEquals("READ BAD_FRAMING: a damaged gzip body", Feeding.whole(join(head, body.toByteArray()), 4 << 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1f8b0804000000000003" + "0200" + "aabb" + "X",
                "1f8b0808000000000003" + "6e616d6500" + "X",
                "1f8b0810000000000003" + "776f72647300" + "X",
                "1f8b0802000000000003" + "1d26" + "X",
                "1f8b081e000000000003" + "0100" + "aa" + "6100" + "6200" + "0000" + "X",
            })
    void gzipHeadersMayHoldMore(String hex) throws IOException {
        String plain = java.util.HexFormat.of().formatHex(gzip("hi")).substring(20);
        byte[] packed = java.util.HexFormat.of().parseHex(hex.replace("X", plain));
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n";
        assertEquals("200 [Content-Encoding=gzip] hi", Feeding.whole(join(head, packed), CAP));
        for (int length = 1; length < packed.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(packed, length);
            assertEquals(
                    "READ BAD_FRAMING: a damaged gzip body", Feeding.whole(join(head, cut), CAP), "cut at " + length);
        }
    }

    @Test
    void aGzipMemberWhoseSumIsWrongIsDamaged() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n";
        for (int fromEnd : List.of(8, 4)) {
            byte[] packed = gzip("hello");
            packed[packed.length - fromEnd]++;
            assertEquals("READ BAD_FRAMING: a damaged gzip body", Feeding.whole(join(head, packed), CAP));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5000, 20_000, 100_000})
    void moreThanTheStatedLengthIsNoticedHoweverLongTheBodyIs(int length) {
        var buffers = new Buffers(1 << 20);
        byte[] sent = bytes("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n" + "x".repeat(length + 50));
        try (var reader = new AnswerReader(buffers, buffers.open(), 1 << 20, Integer.MAX_VALUE)) {
            int at = 0;
            for (int room = reader.room(); room > 0; room = reader.room()) {
                int n = Math.min(room, sent.length - at);
                System.arraycopy(sent, at, reader.space(), reader.position(), n);
                reader.filled(n);
                at += n;
            }
            assertTrue(reader.surplus());
        }
    }

    @Test
    void aRefusalKeepsItsStatusThoughItsBodyCannotBeUnpacked() {
        assertEquals(
                "502 [Content-Encoding=br] ",
                Feeding.whole(bytes("HTTP/1.1 502 Bad\r\nContent-Encoding: br\r\n\r\nxx"), CAP));
    }

    @Test
    void aLargeBodyGrowsThroughTheBudgetAndComesWhole() {
        String body = "0123456789".repeat(150_000);
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length())
                + "\r\n" + body + "\r\n0\r\n\r\n";
        assertEquals("200 [Transfer-Encoding=chunked] " + body, Feeding.whole(bytes(chunked), 1 << 21));
        assertEquals("200 [] " + body, Feeding.whole(bytes("HTTP/1.1 200 OK\r\n\r\n" + body), body.length()));
    }

    @Test
    void aBudgetThatIsUsedUpIsOurOwnTrouble() {
        var buffers = new Buffers(8 << 10);
        try (var reader = new AnswerReader(buffers, buffers.open(), 1 << 20, Integer.MAX_VALUE)) {
            byte[] sent = bytes("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(Buffers.OWN));
            System.arraycopy(sent, 0, reader.space(), 0, Buffers.OWN);
            reader.filled(Buffers.OWN);
            assertEquals(0, reader.room());
            assertEquals(
                    "READ OUT_OF_BUFFERS: the common answer buffers are used up",
                    Feeding.line(reader.ending().orElseThrow()));
        }
        assertEquals(0, buffers.spaces());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 40000\r\n\r\nX",
                "Content-Length: 19000\r\n\r\nX",
                "\r\nXXXX",
                "Transfer-Encoding: chunked\r\n\r\n2710\r\nX\r\n2710\r\nX\r\n1\r\n",
                "Transfer-Encoding: chunked\r\n\r\n2710\r\nX\r\n7\r\nX",
                "Transfer-Encoding: chunked\r\n\r\n2710\r\nX\r\n1;" + "y",
            })
    void aBodyThatPassesByBreaksAsIfItWereKept(String rest) {
        byte[] sent = bytes("HTTP/1.1 200 OK\r\n" + rest.replace("X", "x".repeat(10_000)));
        String expected = Feeding.whole(sent, 20_000);
        assertTrue(expected.startsWith("READ"), expected);
        for (int size : List.of(1, 100, 5000, sent.length)) {
            assertEquals(expected, passing(sent, 20_000, size), "in pieces of " + size);
        }
    }

    @Test
    void aBodyThatPassesByAndEndsBelowTheCapIsLost() {
        String body = "x".repeat(2 * Buffers.OWN);
        String lost = Feeding.line(AnswerReader.LOST);
        assertEquals(lost, passing(bytes("HTTP/1.1 200 OK\r\n\r\n" + body), 20_000, 1000));
        assertEquals(lost, passing(bytes("HTTP/1.1 200 OK\r\nContent-Length: 8192\r\n\r\n" + body), 20_000, 1000));
        assertEquals("200 [] small", passing(bytes("HTTP/1.1 200 OK\r\n\r\nsmall"), 20_000, 1000));
    }

    private static String passing(byte[] sent, int cap, int size) {
        return Feeding.pieces(new Buffers(1), sent, cap, Buffers.OWN, size, size, Kind.CLOSED_EARLY);
    }

    private static byte[] gzip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] join(String head, byte[] body) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(bytes(head));
        out.writeBytes(body);
        return out.toByteArray();
    }
}
