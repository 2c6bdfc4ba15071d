package nexus.app.faults;

import static nexus.app.faults.Scripts.LIST;
import static nexus.app.faults.Scripts.head;
import static nexus.app.faults.Scripts.says;
import static nexus.app.faults.Scripts.saysAndHangs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import nexus.app.exchange.OneServer.Talk;

/// HTTP itself: answers that stop, never stop, or contradict themselves, and odd ones that are fine.
final class Framing {

    private static final String LENGTH = "Content-Length: " + LIST.length();
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final String CHUNK = Integer.toHexString(LIST.length()) + "\r\n" + LIST + "\r\n";
    private static final int MAX = Stage.MAX_BODY;

    static final List<Fault> FAULTS = List.of(
            Fault.silent("hang-after-accept", Talk::hang),
            Fault.silent("hang-after-request", saysAndHangs("")),
            Fault.silent("hang-after-status-line", saysAndHangs("HTTP/1.1 200 OK\r\n")),
            Fault.silent("hang-in-headers", saysAndHangs("HTTP/1.1 200 OK\r\nServer: uvi")),
            Fault.silent("hang-in-body", saysAndHangs(head("200 OK", LENGTH) + "{\"object\"")),
            Fault.silent("drip-head", Scripts.drips("HTTP/1.1 200 OK\r\nX: ", "x")),
            Fault.silent("drip-body", Scripts.drips(head("200 OK", "Content-Length: 60000") + "{", " ")),
            Fault.silent("drip-chunk-size", Scripts.drips(head("200 OK", CHUNKED), "1\r\n \r\n")),
            Fault.silent("drip-in-chunk-size", Scripts.drips(head("200 OK", CHUNKED) + "1;", "x")),
            Fault.of("head-endless", Scripts.floods("HTTP/1.1 200 OK\r\n", "X-More: and more\r\n".repeat(50))),
            Fault.of("header-of-1-mib", says(head("200 OK", "X-Long: " + "x".repeat(1 << 20)))),
            Fault.of("body-endless", Scripts.floods(head("200 OK"), " ".repeat(1000))),
            Fault.of("body-one-byte-over", says(head("200 OK", "Content-Length: " + (MAX + 1)) + padded(MAX + 1))),
            Fault.of("body-just-under-cap", says(head("200 OK", "Content-Length: " + MAX) + padded(MAX))),
            Fault.of("length-too-long", says(head("200 OK", "Content-Length: 1000") + LIST)),
            Fault.of("length-too-short", Scripts.forEver(head("200 OK", "Content-Length: 20") + LIST)),
            Fault.of(
                    "length-too-short-of-a-long-list",
                    Scripts.forEver(head("200 OK", "Content-Length: 19950") + listOf(20_000))),
            Fault.of("length-negative", says(head("200 OK", "Content-Length: -1") + LIST)),
            Fault.of("length-twice", says(head("200 OK", LENGTH, "Content-Length: 7") + LIST)),
            Fault.of("length-twice-the-same", says(head("200 OK", LENGTH, LENGTH) + LIST)),
            Fault.of("length-beside-chunked", says(head("200 OK", LENGTH, CHUNKED) + CHUNK + "0\r\n\r\n")),
            Fault.of("chunk-size-broken", says(head("200 OK", CHUNKED) + "xyz\r\n" + LIST)),
            Fault.of("chunks-cut-off", says(head("200 OK", CHUNKED) + CHUNK)),
            Fault.of("body-reset", talk -> {
                talk.heard();
                talk.say(head("200 OK", "Content-Length: 1000") + LIST);
                talk.reset();
            }),
            Fault.of("body-to-end-of-stream", says(head("200 OK") + LIST)),
            Fault.of("no-reason-phrase", says("HTTP/1.1 200\r\n" + LENGTH + "\r\n\r\n" + LIST)),
            Fault.of(
                    "headers-in-lower-case",
                    says("HTTP/1.1 200 OK\r\ncontent-length: " + LIST.length() + "\r\n\r\n" + LIST)),
            Fault.of(
                    "interim-answer-first",
                    says(head("103 Early Hints", "Link: </x>") + head("100 Continue") + head("200 OK", LENGTH) + LIST)),
            Fault.of("http-1.0", says("HTTP/1.0 200 OK\r\nServer: BaseHTTP/0.6\r\n\r\n" + LIST)),
            Fault.of("http-2-only", says("\0\0\u0012\u0004\0\0\0\0\0\0\u0003\0\0\0\u0064\0\u0004\0\0\u00ff\u00ff")),
            Fault.of("not-http-ssh", says("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n")),
            Fault.of("not-http-json", says(LIST)),
            Fault.of("gzip-nobody-asked-for", says(head("200 OK", "Content-Encoding: gzip") + gzip(LIST))),
            Fault.of("gzip-damaged", says(head("200 OK", "Content-Encoding: gzip") + LIST)),
            Fault.of("gzip-bomb", says(head("200 OK", "Content-Encoding: gzip") + gzip(" ".repeat(10 << 20)))),
            Fault.of("gzip-of-nothing", says(head("200 OK", "Content-Encoding: gzip") + gzip("").repeat(3000))),
            Fault.of("coding-unknown", says(head("200 OK", "Content-Encoding: br") + "\u000b\u0002")));

    private Framing() {}

    /// A list of so many bytes.
    private static String padded(int length) {
        return LIST + " ".repeat(length - LIST.length());
    }

    /// A list of so many bytes whose last ones are part of it.
    private static String listOf(int length) {
        return LIST.replace("\"m\"", "\"" + "m".repeat(length - LIST.length() + 1) + "\"");
    }

    private static String gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
