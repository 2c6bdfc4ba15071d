package nexus.spi.support;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nexus.spi.Answer;
import nexus.spi.ModelList;

/// A list that looks harmless by its bytes, and is made of as many short texts as they allow.
final class WordyList {

    private static final int WORDS = 32;
    /// A prime: whatever the step, the words of an entry differ.
    private static final int DIFFERENT = 191;

    private WordyList() {}

    /// The most models that are kept, each with 64 words, no two with the same ones.
    ///
    /// @param first which words the list has: up to 191 from there
    static Answer of(int first) {
        String body = IntStream.range(0, ModelList.MAX_MODELS)
                .mapToObj(i -> "{\"id\":\"%d\",\"capabilities\":%s,\"labels\":%s}"
                        .formatted(i, words(first, i, 0), words(first, i, WORDS)))
                .collect(Collectors.joining(",", "{\"data\":[", "]}"));
        return Answer.of(200, body);
    }

    /// The models of one, as they are kept.
    static ModelList read(Answer answer) {
        return ModelLists.of(OpenAiModels.read(answer)).orElseThrow();
    }

    private static List<String> words(int first, int entry, int from) {
        int step = 1 + entry % 91;
        return IntStream.range(from, from + WORDS)
                .mapToObj(i -> '"' + Integer.toString(first + (entry + i * step) % DIFFERENT, 36) + '"')
                .toList();
    }
}
