package nexus.app.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nexus.app.config.BackendConfig;
import nexus.app.config.ReceiverShape;
import nexus.app.config.Samples;
import nexus.app.config.Secret;
import nexus.app.exchange.Buffers;
import nexus.app.exchange.Lines;
import nexus.app.exchange.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the documentation gives to those who verify a signature, run on what was really sent.
class SignatureTest {

    private static final String SECRET = "s1gning-s3cret";

    @TempDir
    private Path folder;

    /// The HMAC of RFC 4231's kind, made once by `openssl dgst -sha256 -hmac`.
    @Test
    void theHeaderIsTheTimeAndTheHmacOfTimeAndBody() {
        assertEquals(
                "t=1764000000,v1=f344e422914504a2e65e0847ebe368dea67dbd9d9a8e445bcf9dbb872eaf53b3",
                Signature.of(
                        new Secret(SECRET),
                        Instant.ofEpochSecond(1_764_000_000),
                        "{}".getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource({"python, python3, 0", "javascript, node, 0", "python, python3, 400", "javascript, node, 400"})
    void theSnippetsOfTheDocumentationBelieveNexusAndNobodyElse(String language, String program, int secondsAgo)
            throws Exception {
        assumeTrue(isThere(program), program + " is not installed");
        Hook.Request sent = sent(Instant.now().minusSeconds(secondsAgo));
        boolean fresh = secondsAgo == 0;

        assertEquals(
                fresh,
                verified(language, program, SECRET, sent.body(), sent.headers().get("nexus-signature")));
        assertEquals(
                false,
                verified(language, program, "other", sent.body(), sent.headers().get("nexus-signature")));
        assertEquals(
                false,
                verified(
                        language,
                        program,
                        SECRET,
                        sent.body() + " ",
                        sent.headers().get("nexus-signature")));
    }

    private static Hook.Request sent(Instant at) {
        try (var hook = Hook.start()) {
            var receiver = Samples.receiver(
                    "ops",
                    hook.url(),
                    ReceiverShape.JSON,
                    Duration.ofSeconds(20),
                    Optional.of(new BackendConfig.Credential("X", new Secret(SECRET))));
            var lines = new Lines(new Names(_ -> List.of(), System::nanoTime), new Buffers(1 << 20), System::nanoTime);
            var post = Shape.of(receiver).posts(Message.test(at)).getFirst();
            new Delivery(receiver, lines, "nexus/test", InstantSource.fixed(at)).carry(post, "id");
            return hook.await(1).getFirst();
        }
    }

    private boolean verified(String language, String program, String secret, String body, String signature)
            throws Exception {
        String hex = HexFormat.of().formatHex(body.getBytes(StandardCharsets.UTF_8));
        String call = language.equals("python")
                ? "print(is_from_nexus('%s', '%s', bytes.fromhex('%s')))".formatted(secret, signature, hex)
                : "console.log(isFromNexus('%s', '%s', Buffer.from('%s', 'hex')));".formatted(secret, signature, hex);
        Path script = Files.writeString(folder.resolve("script"), snippet(language) + "\n" + call + "\n");
        var process = new ProcessBuilder(program, script.toString())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), said);
        assertTrue(said.equalsIgnoreCase("true") || said.equalsIgnoreCase("false"), said);
        return Boolean.parseBoolean(said);
    }

    private static String snippet(String language) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "notifications.md"));
        String fence = "```" + language + "\n";
        int start = text.indexOf(fence) + fence.length();
        return text.substring(start, text.indexOf("\n```", start));
    }

    private static boolean isThere(String program) {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
