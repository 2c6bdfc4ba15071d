package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import nexus.app.Recordings;
import nexus.app.exchange.Break.Kind;
import org.junit.jupiter.params.provider.MethodSource;

/// Any bytes: the reader ends the same way in whatever pieces they come, in bounded memory, with printable words.
/// [AnswerReaderFuzzTest] does so without coverage, at every run of the tests.
class AnyAnswerFuzzTest {

    private static final List<Integer> CAPS = List.of(0, 100, 1 << 16);
    private static final int SCARCE = 48 << 10;

    static Stream<byte[]> answers() {
        return Recordings.files().stream().map(Recordings::bytes);
    }

    @MethodSource("answers")
    @FuzzTest
    void theSameEndInWhateverPieces(byte[] bytes) {
        // The pieces follow from the bytes: a finding is one file.
        var random = new Random(Arrays.hashCode(bytes));
        for (int cap : CAPS) {
            String whole = Feeding.whole(bytes, cap);
            int first = 1 + random.nextInt(bytes.length + 1);
            int size = 1 + random.nextInt(40);
            assertEquals(whole, Feeding.pieces(bytes, cap, first, size, Kind.CLOSED_EARLY));
            assertEquals(
                    Feeding.pieces(bytes, cap, bytes.length, 1, Kind.RESET),
                    Feeding.pieces(bytes, cap, first, size, Kind.RESET));
            boolean broken = whole.startsWith("READ") || whole.startsWith("WAIT");
            assertFalse(broken && whole.chars().anyMatch(Character::isISOControl), whole);
        }
        // With hardly any memory the end may be another one, but it is one.
        Feeding.pieces(new Buffers(SCARCE), bytes, 1 << 16, bytes.length, 1, Kind.CLOSED_EARLY);
    }
}
