package nexus.app.exchange;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// Answers as servers send them, and what each comes to: `name`, the bytes, the end in words.
final class AnswerTables {

    static final int CAP = 100;

    private AnswerTables() {}

    static Arguments of(String name, String sent, String expected) {
        return Arguments.of(name, sent, expected);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                of("length", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi", "200 [Content-Length=2] hi"),
                of("no reason phrase", "HTTP/1.1 200\r\nContent-Length: 2\r\n\r\nhi", "200 [Content-Length=2] hi"),
                of("blank reason phrase", "HTTP/1.1 200 \r\ncontent-length:2\r\n\r\nhi", "200 [content-length=2] hi"),
                of("bare line feeds", "HTTP/1.1 503 x\nContent-Length: 2\n\nhi", "503 [Content-Length=2] hi"),
                of("HTTP/1.0 to the end", "HTTP/1.0 200 OK\r\nServer: x\r\n\r\nhi", "200 [Server=x] hi"),
                of("no header at all", "HTTP/1.1 200 OK\r\n\r\nhi", "200 [] hi"),
                of("empty", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "200 [Content-Length=0] "),
                of("204 ends with its head", "HTTP/1.1 204 No\r\nContent-Length: 9\r\n\r\n", "204 [Content-Length=9] "),
                of("304 ends with its head", "HTTP/1.1 304 No\r\n\r\n", "304 [] "),
                of("101 unasked", "HTTP/1.1 101 Up\r\nUpgrade: h2c\r\n\r\nxx", "101 [Upgrade=h2c] "),
                of(
                        "same length twice",
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2, 2\r\n\r\nhi",
                        "200 [Content-Length=2, Content-Length=2, 2] hi"),
                of(
                        "bytes after the body",
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi!!",
                        "200 [Content-Length=2] hi"),
                of(
                        "interim answers first",
                        "HTTP/1.1 100 C\r\nA: b\r\n\r\nHTTP/1.1 103 E\r\n\r\nHTTP/1.1 200 OK\r\n\r\nhi",
                        "200 [] hi"),
                of("folded value", "HTTP/1.1 200 OK\r\nA: b\r\n\tc\r\n\r\nhi", "200 [A=b  \u0020c] hi"),
                of(
                        "control characters in a value",
                        "HTTP/1.1 200 OK\r\nA: b\u001b[2J\u009bc\r\n\r\n",
                        "200 [A=b [2J c] "),
                of("empty value", "HTTP/1.1 200 OK\r\nA:\r\n\r\n", "200 [A=] "),
                of(
                        "chunks",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n003\r\n yo\r\n0\r\n\r\n",
                        "200 [Transfer-Encoding=chunked] hi yo"),
                of(
                        "chunks with asides",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n2 ;a=\"b\"\r\nhi\r\nA;x\nmore bytes\n"
                                + "0\r\nT: t\r\n\r\n",
                        "200 [Transfer-Encoding=Chunked] himore bytes"),
                of("body just at the cap", "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(CAP), "200 [] " + "x".repeat(CAP)),
                of(
                        "length just at the cap",
                        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n" + "x".repeat(CAP),
                        "200 [Content-Length=100] " + "x".repeat(CAP)),
                of(
                        "chunks just at the cap",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\n" + "x".repeat(CAP)
                                + "\r\n0\r\n\r\n",
                        "200 [Transfer-Encoding=chunked] " + "x".repeat(CAP)));
    }

    static Stream<Arguments> breaks() {
        String ok = "HTTP/1.1 200 OK\r\n";
        String chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
        return Stream.of(
                of("nothing", "", "WAIT CLOSED_EARLY: without a byte of an answer"),
                of("part of a head", "HTTP/1.1 200 OK\r\nA", "READ CLOSED_EARLY: after 18 bytes of an answer's head"),
                of("part of the word HTTP", "HTT", "READ CLOSED_EARLY: after 3 bytes of an answer's head"),
                of(
                        "only an interim answer",
                        "HTTP/1.1 100 C\r\n\r\n",
                        "READ CLOSED_EARLY: after 18 bytes of an answer's head"),
                of(
                        "too short a body",
                        ok + "Content-Length: 9\r\n\r\nhi",
                        "READ CLOSED_EARLY: after 2 of 9 body bytes"),
                of("no last chunk", chunked + "2\r\nhi\r\n", "READ CLOSED_EARLY: after 2 bytes of a chunked body"),
                of("SSH", "SSH-2.0-OpenSSH_9.2p1\r\n", "READ NOT_HTTP: speaks SSH, begins with \"SSH-2.0-OpenSSH_\""),
                of(
                        "Redis",
                        "-ERR unknown command\r\n",
                        "READ NOT_HTTP: speaks Redis or POP3, begins with \"-ERR unknown com\""),
                of("short line", "hello\r\n", "READ NOT_HTTP: begins with \"hello\""),
                of("no line at all", "hello", "READ NOT_HTTP: begins with \"hello\""),
                of(
                        "HTML without a head",
                        "<html>x</html>\n",
                        "READ NOT_HTTP: sends a document without an HTTP head, begins with \"<html>x</html>\""),
                of(
                        "TLS alert",
                        "\u0015\u0003\u0003\0\u0002\u0002\u0046",
                        "READ NOT_HTTP: speaks TLS; the URL should begin with https"),
                of(
                        "HTTP/2 settings",
                        "\0\0\u0006\u0004\0\0\0\0\0\0\u0004\0\u0010\0\0\0\0",
                        "READ NOT_HTTP: speaks HTTP/2 only, begins with"
                                + " \"\\x00\\x00\\x06\\x04\\x00\\x00\\x00\\x00\\x00\\x00\\x04\\x00\\x10\\x00\\x00\\x00\""),
                of(
                        "HTTP/2 status line",
                        "HTTP/2 200\r\n\r\n",
                        "READ NOT_HTTP: speaks another version of HTTP than 1, begins with \"HTTP/2 200\""),
                of(
                        "no status",
                        "HTTP/1.1 OK\r\n\r\n",
                        "READ NOT_HTTP: a status line without a status: \"HTTP/1.1 OK\""),
                of(
                        "status below 100",
                        "HTTP/1.1 099 x\r\n\r\n",
                        "READ NOT_HTTP: a status line without a status: \"HTTP/1.1 099 x\""),
                of(
                        "no colon",
                        ok + "oops\u001b\r\n\r\n",
                        "READ BAD_FRAMING: a header line that is none: \"oops\\x1b\""),
                of(
                        "blank before the colon",
                        ok + "A : b\r\n\r\n",
                        "READ BAD_FRAMING: a header line that is none: \"A : b\""),
                of(
                        "folded first line",
                        ok + " A: b\r\n\r\n",
                        "READ BAD_FRAMING: a folded line before the first header"),
                of(
                        "nine interim answers",
                        "HTTP/1.1 100 C\r\n\r\n".repeat(9),
                        "READ BAD_FRAMING: more than 8 interim answers (1xx)"),
                of("201 headers", ok + "A: b\r\n".repeat(201), "READ HEAD_TOO_LARGE: more than 200 headers"),
                of(
                        "negative length",
                        ok + "Content-Length: -1\r\n\r\n",
                        "READ BAD_FRAMING: Content-Length is no number: \"-1\""),
                of("no length", ok + "Content-Length:\r\n\r\n", "READ BAD_FRAMING: Content-Length is no number: \"\""),
                of(
                        "length with a plus",
                        ok + "Content-Length: +1\r\n\r\nx",
                        "READ BAD_FRAMING: Content-Length is no number: \"+1\""),
                of(
                        "two lengths",
                        ok + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nhi",
                        "READ BAD_FRAMING: Content-Length twice and different"),
                of(
                        "three lengths",
                        ok + "Content-Length: 1, 2\r\ncontent-length: 1\r\n\r\nhi",
                        "READ BAD_FRAMING: Content-Length twice and different"),
                of(
                        "length beside chunks",
                        ok + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                        "READ BAD_FRAMING: both Content-Length and Transfer-Encoding"),
                of(
                        "other coding",
                        ok + "Transfer-Encoding: gzip, chunked\r\n\r\n",
                        "READ BAD_FRAMING: Transfer-Encoding \"gzip, chunked\", which nobody asked for"),
                of(
                        "body over the cap",
                        ok + "\r\n" + "x".repeat(CAP + 1),
                        "READ BODY_TOO_LARGE: a body without a stated length, over the cap of 100 bytes"),
                of(
                        "length over the cap",
                        ok + "Content-Length: 101\r\n\r\n",
                        "READ BODY_TOO_LARGE: a body of 101 bytes, over the cap of 100 bytes"),
                of(
                        "endless length",
                        ok + "Content-Length: 99999999999999999999\r\n\r\n",
                        "READ BODY_TOO_LARGE: a body of endless bytes, over the cap of 100 bytes"),
                of(
                        "chunk over the cap",
                        chunked + "65\r\n",
                        "READ BODY_TOO_LARGE: a chunked body, over the cap of 100 bytes"),
                of(
                        "chunks over the cap",
                        chunked + "2\r\nhi\r\n63\r\n",
                        "READ BODY_TOO_LARGE: a chunked body, over the cap of 100 bytes"),
                of(
                        "negative chunk",
                        chunked + "ffffffffffffffff\r\n",
                        "READ BODY_TOO_LARGE: a chunked body, over the cap of 100 bytes"),
                of(
                        "chunk of 17 digits",
                        chunked + "00000000000000001\r\n",
                        "READ BAD_FRAMING: a chunk size of more than 16 digits"),
                of("no chunk size", chunked + "\r\n", "READ BAD_FRAMING: a chunk without a size, but \"\\x0d\""),
                of("chunk size of letters", chunked + "x\r\n", "READ BAD_FRAMING: a chunk without a size, but \"x\""),
                of("chunk size of two", chunked + "1 2\r\n", "READ BAD_FRAMING: a chunk size with \"2\" in it"),
                of(
                        "chunk longer than said",
                        chunked + "2\r\nhiyo",
                        "READ BAD_FRAMING: no line end after a chunk's data"),
                of("lonely carriage return", chunked + "2\rhi", "READ BAD_FRAMING: no line end after a chunk's size"),
                of(
                        "endless extension",
                        chunked + "2;" + "x".repeat(16385),
                        "READ BAD_FRAMING: chunk extensions and trailers of more than 16384 bytes"),
                of(
                        "endless trailers",
                        chunked + "0\r\n" + "A: b\r\n".repeat(3000),
                        "READ BAD_FRAMING: chunk extensions and trailers of more than 16384 bytes"),
                of(
                        "brotli",
                        ok + "Content-Encoding: br\r\n\r\nxx",
                        "READ BAD_FRAMING: Content-Encoding \"br\", which nobody asked for"),
                of("no gzip", ok + "Content-Encoding: gzip\r\n\r\nxx", "READ BAD_FRAMING: a damaged gzip body"));
    }
}
