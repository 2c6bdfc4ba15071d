package nexus.spi.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nexus.spi.Answer;

/// Answers that no server should send, and some do. The same ones at each run.
final class OddBodies {

    private static final long SEED = 20_261_124;

    private OddBodies() {}

    static Stream<Answer> random(int count) {
        var random = new Random(SEED);
        return IntStream.range(0, count).mapToObj(i -> {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            if (bytes.length > 0 && i % 2 == 0) {
                bytes[0] = (byte) (i % 4 == 0 ? '{' : '['); // so that more than the first byte is looked at
            }
            return answer(i % 3 == 0 ? 503 : 200, bytes);
        });
    }

    static Stream<Answer> truncations(Answer sample) {
        byte[] bytes = bytes(sample);
        return IntStream.range(0, bytes.length)
                .mapToObj(length -> Answer.of(sample.status(), sample.headers(), bytes, 0, length));
    }

    static Stream<Answer> damaged(Answer sample, int count) {
        var random = new Random(SEED);
        byte[] bytes = bytes(sample);
        return IntStream.range(0, bytes.length == 0 ? 0 : count).mapToObj(i -> {
            byte[] damaged = bytes.clone();
            for (int n = 0; n <= i % 5; n++) {
                damaged[random.nextInt(damaged.length)] =
                        (byte) (n % 2 == 0 ? random.nextInt(256) : "{}[]\",:\\0".charAt(random.nextInt(9)));
            }
            return Answer.of(sample.status(), sample.headers(), damaged, 0, damaged.length);
        });
    }

    static Answer withStatus(Answer sample, int status) {
        byte[] bytes = bytes(sample);
        return Answer.of(status, sample.headers(), bytes, 0, bytes.length);
    }

    static Stream<Answer> handMade() {
        var texts = Stream.of(
                "",
                " ",
                "\n\n",
                "null",
                "true",
                "0",
                "-",
                "\"ok\"",
                "\"",
                "{",
                "}",
                "[",
                "]",
                "{}",
                "[]",
                "[null]",
                "[[]]",
                "{\"data\":null}",
                "{\"data\":{}}",
                "{\"data\":\"\"}",
                "{\"data\":[null,1,\"a\",[],{}]}",
                "{\"data\":[{\"id\":null},{\"id\":7},{\"id\":\"\"},{\"id\":[]},{\"id\":{}}]}",
                "{\"models\":[{\"name\":1,\"model\":{}}],\"data\":[]}",
                "{\"data\":[],\"data\":[]}",
                "{\"data\":[]}}",
                "{\"data\":[]} x",
                "{\"error\":null}",
                "{\"error\":[]}",
                "{\"error\":{\"message\":{\"error\":[[1]]}}}",
                "{\"status\":\"ok\",\"status\":\"error\"}",
                "{\"status\":{}}",
                "{\"detail\":[{\"msg\":3}]}",
                "<!DOCTYPE html><html><body>502 Bad Gateway</body></html>",
                "<?xml version=\"1.0\"?><a/>",
                "{\"data\":[{\"id\":\"\\ud800\"},{\"id\":\"\\u0000\\u001b[31m\"}]}",
                "NaN",
                "{\"a\":1e999999999}");
        var encoded = Stream.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16)
                .map(charset -> "{\"data\":[{\"id\":\"é\"}]}".getBytes(charset));
        var malformed = Stream.of(
                new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf},
                new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf, '{', '}'},
                new byte[] {(byte) 0xff, (byte) 0xfe},
                new byte[] {0, 0, 0, 0},
                new byte[] {0x1f, (byte) 0x8b, 8, 0, 0},
                "{\"data\":[{\"id\":\"\u00c3(\"}]}".getBytes(StandardCharsets.ISO_8859_1));
        return Stream.of(texts.map(text -> text.getBytes(StandardCharsets.UTF_8)), encoded, malformed)
                .flatMap(bodies -> bodies)
                .flatMap(body -> Stream.of(answer(200, body), answer(503, body)));
    }

    static Stream<Answer> nested(int depth) {
        return Stream.of("[", "{\"a\":", "{\"data\":", "{\"data\":[{\"id\":", "{\"error\":", "{\"models\":[[")
                .map(open -> open.repeat(depth))
                .flatMap(text -> Stream.of(Answer.of(200, text), Answer.of(500, text)));
    }

    static Stream<Answer> huge(int length) {
        String text = "x".repeat(length);
        return Stream.of(
                        "{\"data\":[{\"id\":\"" + text + "\"}]}",
                        "{\"models\":[{\"name\":\"" + text + "\",\"model\":\"a\"}]}",
                        "{\"" + text + "\":1}",
                        "{\"error\":\"" + text + "\"}",
                        "{\"status\":\"" + text + "\"}",
                        "{\"data\":[{\"id\":\"a\",\"context_length\":" + "9".repeat(length) + "}]}",
                        text,
                        " ".repeat(length),
                        "{\"status\":\"ok\"" + " ".repeat(length) + "}")
                .flatMap(body -> Stream.of(Answer.of(200, body), Answer.of(401, body)));
    }

    /// Lists in the shapes that servers send, of so many models.
    static Stream<Answer> lists(int count) {
        return Stream.of(
                        list("{\"data\":[", "{\"id\":\"m%d\"}", count, "]}"),
                        list("{\"models\":[", "{\"name\":\"m%d\"}", count, "]}"),
                        list("[", "{\"id\":\"m%d\"}", count, "]"))
                .map(Supplier::get);
    }

    private static Supplier<Answer> list(String open, String entry, int count, String close) {
        String[] around = entry.split("%d");
        return () -> {
            var body = new StringBuilder(open);
            for (int i = 0; i < count; i++) {
                body.append(i == 0 ? "" : ",").append(around[0]).append(i).append(around[1]);
            }
            return Answer.of(200, body.append(close).toString());
        };
    }

    private static Answer answer(int status, byte[] body) {
        return Answer.of(status, List.of(), body, 0, body.length);
    }

    private static byte[] bytes(Answer answer) {
        try (var body = answer.body()) {
            return Arrays.copyOf(body.readAllBytes(), answer.bodyLength());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
