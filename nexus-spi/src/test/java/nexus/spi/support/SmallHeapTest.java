package nexus.spi.support;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import nexus.spi.Answer;
import nexus.spi.testkit.ReadingText;
import org.junit.jupiter.api.Test;

/// Memory that is bounded, tried where it matters: in a JVM that has none to spare.
class SmallHeapTest {

    private static final int MODELS = 1_000_000;

    @Test
    void aMillionModelsAreReadInAHeapLittleLargerThanTheBody() throws IOException, InterruptedException {
        assertEquals("(+995000 dropped)", inSmallHeap("million"));
    }

    @Test
    void manyListsAreKeptWhoseEntriesHaveAsManyWordsAsAnswersAllow() throws IOException, InterruptedException {
        assertEquals("100000 models", inSmallHeap("wordy"));
    }

    private static String inSmallHeap(String what) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapTest.class.getName(),
                        what)
                .redirectErrorStream(true)
                .start();

        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), output);
        return output.strip();
    }

    /// Runs in the small JVM.
    public static void main(String[] args) {
        System.out.println(args[0].equals("wordy") ? wordy() : million());
    }

    private static String wordy() {
        var lists = IntStream.range(0, 20)
                .mapToObj(i -> WordyList.read(WordyList.of(i * 31)))
                .toList();
        return lists.stream().mapToInt(list -> list.models().size()).sum() + " models";
    }

    private static String million() {
        byte[] body = new byte[MODELS * 24 + 16];
        int length = 0;
        for (int i = 0; i < MODELS; i++) {
            byte[] entry = ((i == 0 ? "[" : ",") + "{\"id\":\"model-" + i + "\"}").getBytes(StandardCharsets.UTF_8);
            System.arraycopy(entry, 0, body, length, entry.length);
            length += entry.length;
        }
        body[length++] = ']';
        String text = ReadingText.of(OpenAiModels.read(Answer.of(200, List.of(), body, 0, length)));
        return text.substring(text.lastIndexOf('('));
    }
}
