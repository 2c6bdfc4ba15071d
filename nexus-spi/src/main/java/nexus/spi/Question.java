package nexus.spi;

import java.util.Objects;
import java.util.function.Function;

/// A path to `GET` and a pure reader of the answer. The two belong together, because a reader knows the answer of one
/// path alone; and a reader that is only a function can be tried on a recorded answer, without a server.
///
/// Immutable and thread-safe.
public final class Question {

    private final String path;
    private final Function<Answer, Reading> reader;

    private Question(String path, Function<Answer, Reading> reader) {
        this.path = RequestPath.checked(path);
        this.reader = Objects.requireNonNull(reader, "reader");
    }

    /// A question asked with `GET`.
    ///
    /// @param path   appended to the backend's base URL: starts with `/`, printable ASCII without spaces or `#`
    /// @param reader turns any answer into a reading; pure, thread-safe, never null, never throws for bad input
    /// @return the question
    /// @throws IllegalArgumentException if the path is not of that form
    public static Question get(String path, Function<Answer, Reading> reader) {
        return new Question(path, reader);
    }

    /// The path, as it was given.
    ///
    /// @return starts with `/`
    public String path() {
        return path;
    }

    /// Reads an answer to this question. Nexus calls it, and so do tests.
    ///
    /// @param answer any answer, of any status
    /// @return what the reader makes of it
    public Reading read(Answer answer) {
        return reader.apply(answer);
    }

    @Override
    public String toString() {
        return "GET " + path;
    }
}
