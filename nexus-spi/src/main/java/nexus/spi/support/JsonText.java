package nexus.spi.support;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import nexus.spi.Answer;

/// A body as JSON text: its encoding, what it is when it is no JSON, and a strict parser that keeps nothing.
final class JsonText {

    static final int MAX_DEPTH = 64;
    private static final int RECYCLED = 8;

    /// No interning, no symbol table: names from servers must not outlive a reading. Buffers are used again,
    /// a few of them: they are empty for the next reading, and were a third of a check's garbage.
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .recyclerPool(JsonRecyclerPools.newBoundedPool(RECYCLED))
            .build();

    private static final int SNIFFED_BYTES = 2048;
    private static final int GLIMPSED_BYTES = 64;
    private static final int SMALLEST_BUFFER = 64;
    private static final int LARGEST_BUFFER = 8192;

    private final Charset charset;
    private final int bom;
    private final String start;

    private JsonText(Charset charset, int bom, String start) {
        this.charset = charset;
        this.bom = bom;
        this.start = start;
    }

    static JsonText of(Answer answer) {
        // What begins as JSON does needs no more than a glimpse.
        var glimpse = of(head(answer, GLIMPSED_BYTES));
        boolean json = !glimpse.start.isEmpty() && "{[".indexOf(glimpse.start.charAt(0)) >= 0;
        return json ? glimpse : of(head(answer, SNIFFED_BYTES));
    }

    private static JsonText of(byte[] head) {
        int bom = bomLength(head);
        Charset charset = charset(head);
        String start = new String(head, bom, head.length - bom, charset).stripLeading();
        return new JsonText(charset, bom, start);
    }

    /// What the body is, when it can't be a JSON object or array.
    Optional<String> otherThanJson() {
        if (start.isEmpty()) {
            return Optional.of("an empty body");
        }
        return switch (start.charAt(0)) {
            case '{', '[' -> Optional.empty();
            case '<' -> Optional.of(isHtml() ? "an HTML page, not JSON" : "markup, not JSON");
            default ->
                Optional.of(
                        start.strip().equals("null")
                                ? "null instead of a JSON object"
                                : "text, not JSON: \"" + ErrorText.clean(start) + "\"");
        };
    }

    /// A parser of the whole body; malformed text is an [IOException] of it.
    JsonParser parser(Answer answer) throws IOException {
        var stream = answer.body();
        stream.skipNBytes(bom);
        int buffer = Math.clamp(answer.bodyLength(), SMALLEST_BUFFER, LARGEST_BUFFER);
        return FACTORY.createParser(new BodyReader(stream, charset, buffer));
    }

    /// What went wrong, without the parser's own words: these quote the body.
    static String problem(IOException error) {
        return switch (error) {
            case StreamConstraintsException e -> {
                boolean tooDeep = String.valueOf(e.getOriginalMessage()).contains("nesting");
                yield tooDeep ? "JSON nested deeper than " + MAX_DEPTH + " levels" : "JSON with an absurdly long part";
            }
            case JsonEOFException e -> "JSON that ends in the middle";
            case CharacterCodingException e -> "malformed text: not what its encoding allows";
            default -> "malformed JSON";
        };
    }

    private boolean isHtml() {
        String lower = start.toLowerCase(Locale.ROOT);
        return lower.startsWith("<!doctype html") || lower.contains("<html") || lower.contains("<head");
    }

    private static byte[] head(Answer answer, int most) {
        try (var body = answer.body()) {
            return body.readNBytes(Math.min(most, answer.bodyLength()));
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static int bomLength(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf) {
            return 3;
        }
        return startsWithUtf16Bom(b) ? 2 : 0;
    }

    private static boolean startsWithUtf16Bom(byte[] b) {
        return b.length >= 2
                && ((b[0] == (byte) 0xfe && b[1] == (byte) 0xff) || (b[0] == (byte) 0xff && b[1] == (byte) 0xfe));
    }

    /// UTF-8 is the rule; UTF-16 shows by its mark, or by the zero beside the first character.
    private static Charset charset(byte[] b) {
        if (b.length < 2) {
            return StandardCharsets.UTF_8;
        }
        if (startsWithUtf16Bom(b)) {
            return b[0] == (byte) 0xfe ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        if (b[0] == 0 && b[1] != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return b[0] != 0 && b[1] == 0 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }
}
