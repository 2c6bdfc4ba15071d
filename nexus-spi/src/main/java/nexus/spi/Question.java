package nexus.spi;

import java.util.Objects;
import java.util.function.Function;

/// A path to GET and a pure reader of the answer. Immutable and thread-safe.
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
    /// @throws IllegalArgumentException if the path is not of that form
    public static Question get(String path, Function<Answer, Reading> reader) {
        return new Question(path, reader);
    }

    public String path() {
        return path;
    }

    /// Reads an answer to this question.
    public Reading read(Answer answer) {
        return reader.apply(answer);
    }

    @Override
    public String toString() {
        return "GET " + path;
    }
}
