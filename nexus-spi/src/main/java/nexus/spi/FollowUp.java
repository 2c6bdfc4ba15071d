package nexus.spi;

import java.util.Objects;
import java.util.function.BiFunction;

/// A question asked after a ready reading: it enriches what is known, or vetoes. Immutable and thread-safe.
public final class FollowUp {

    private final String path;
    private final BiFunction<Answer, ModelList, Finding> reader;

    private FollowUp(String path, BiFunction<Answer, ModelList, Finding> reader) {
        this.path = RequestPath.checked(path);
        this.reader = Objects.requireNonNull(reader, "reader");
    }

    /// A follow-up asked with `GET`.
    ///
    /// @param path   as in [Question#get]
    /// @param reader is given the answer and the models known so far in this check (empty when the deciding answer
    ///               carries no list); pure, thread-safe, never null, never throws for bad input
    /// @throws IllegalArgumentException if the path is not of that form
    public static FollowUp get(String path, BiFunction<Answer, ModelList, Finding> reader) {
        return new FollowUp(path, reader);
    }

    public String path() {
        return path;
    }

    /// Reads an answer to this follow-up.
    public Finding read(Answer answer, ModelList known) {
        return reader.apply(answer, known);
    }

    @Override
    public String toString() {
        return "GET " + path;
    }
}
