package nexus.spi;

import java.util.Objects;
import java.util.function.BiFunction;

/// A question asked after a ready reading: it enriches what is known, or vetoes. Many servers tell in one place which
/// models they have, and in another what these can do, or that the engine behind them is dead. Only the first decides
/// health, so that one slow path more never makes a good server a bad one.
///
/// Immutable and thread-safe. An answer that does not come, or not in time, is not read at all.
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
    /// @return the follow-up
    /// @throws IllegalArgumentException if the path is not of that form
    public static FollowUp get(String path, BiFunction<Answer, ModelList, Finding> reader) {
        return new FollowUp(path, reader);
    }

    /// The path, as it was given.
    ///
    /// @return starts with `/`
    public String path() {
        return path;
    }

    /// Reads an answer to this follow-up. Nexus calls it, and so do tests.
    ///
    /// @param answer any answer, of any status
    /// @param known  the models known so far in this check
    /// @return what the reader makes of it
    public Finding read(Answer answer, ModelList known) {
        return reader.apply(answer, known);
    }

    @Override
    public String toString() {
        return "GET " + path;
    }
}
