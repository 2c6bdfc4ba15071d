package nexus.spi.support;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nexus.spi.ModelList;
import org.junit.jupiter.api.Test;

/// What a list costs as long as it is kept, against the bytes that it came in. Sizes are those of a 64-bit JVM with
/// compressed pointers.
class ListCostTest {

    private static final int POINTER = 4;

    @Test
    void aListOfManyWordsCostsNoMoreThanItsBytes() {
        var answer = WordyList.of(0);

        long cost = cost(WordyList.read(answer));

        assertTrue(cost < answer.bodyLength(), cost + " bytes kept of " + answer.bodyLength());
    }

    private static long cost(ModelList list) {
        Set<Object> counted = Collections.newSetFromMap(new IdentityHashMap<>());
        long cost = array(list.models().size(), POINTER);
        for (var model : list.models()) {
            cost += 40;
            List<String> words = model.capabilities();
            cost += counted.add(words) ? 24 + array(words.size(), POINTER) : 0;
            var texts =
                    Stream.of(Stream.of(model.id()), words.stream(), model.ownedBy().stream(), model.digest().stream());
            cost += texts.flatMap(text -> text)
                    .filter(counted::add)
                    .mapToLong(ListCostTest::cost)
                    .sum();
        }
        return cost;
    }

    private static long cost(String text) {
        boolean narrow = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
        return 24 + array(text.length(), narrow ? 1 : 2);
    }

    private static long array(long length, int width) {
        return (16 + length * width + 7) / 8 * 8;
    }
}
