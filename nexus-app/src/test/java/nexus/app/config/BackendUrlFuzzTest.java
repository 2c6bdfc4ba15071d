package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Any text: a URL that can be sent as it is, or a sentence that keeps what it must not tell.
class BackendUrlFuzzTest {

    private static final String PASSWORD = "hunter2-p4ss";

    static Stream<byte[]> urls() {
        return Stream.of(
                        "http://gpu-1:8001",
                        "HTTPS://Gpu_1.example/prefix/v1/",
                        "http://[::1]:11434/v1",
                        "http://[fe80::1%eth0]/",
                        "http://127.0.0.1:65535//a//b/",
                        "  http://h:/%C3%A9/v1/v1 ",
                        "http://user:pass@h/",
                        "http://h?x=1#y",
                        "http://h:70000",
                        "gpu-1:8001",
                        "http://h/a b",
                        "http://\u00e9/")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("urls")
    @FuzzTest
    void anyText(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        parsed(text).ifPresent(BackendUrlFuzzTest::assertSendable);
        // The user info ends with the fuzzed text's first slash, if at all.
        if (!text.contains(PASSWORD)) {
            parsed("http://user:" + PASSWORD + "@" + text);
            parsed("http://" + PASSWORD + ":x@" + text);
        }
    }

    private static Optional<BackendUrl> parsed(String text) {
        try {
            return Optional.of(BackendUrl.parse(text));
        } catch (IllegalArgumentException e) {
            assertFalse(e.getMessage().contains(PASSWORD), e.getMessage());
            assertTrue(e.getMessage().chars().noneMatch(Character::isISOControl), e.getMessage());
            return Optional.empty();
        }
    }

    private static void assertSendable(BackendUrl url) {
        assertTrue(!url.host().isEmpty() && url.port() >= 1 && url.port() <= 65535, url.toString());
        assertTrue(
                url.prefix().isEmpty()
                        || url.prefix().startsWith("/") && !url.prefix().endsWith("/"),
                url.prefix());
        assertTrue((url.authority() + url.prefix()).chars().allMatch(c -> c > ' ' && c < 0x7f), url.toString());
        assertEquals(url.authority(), BackendUrl.parse(url.toString()).authority());
    }
}
