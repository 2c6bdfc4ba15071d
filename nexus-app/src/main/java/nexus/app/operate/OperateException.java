package nexus.app.operate;

import java.util.List;
import java.util.Objects;
import nexus.app.config.ConfigException;
import nexus.app.config.Problem;

/// An operation was not done, and nothing changed. The message is a sentence for whoever asked.
public final class OperateException extends Exception {

    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Kind {
        /// There is no backend of this name.
        NOT_FOUND,
        /// It contradicts what is in force: a name that is taken, checks that are off, no configuration file.
        CONFLICT,
        /// What was asked for, or the file, is not valid; the problems say more.
        INVALID,
        /// Whoever asked may change the fleet, but not this of it.
        NOT_ALLOWED,
        /// It could not be written down, and so was not done.
        NOT_STORED,
        /// It takes longer than whoever asked can wait.
        UNFINISHED
    }

    private final Kind kind;
    private final transient List<Problem> problems;

    OperateException(Kind kind, String message) {
        this(kind, message, List.of(), null);
    }

    OperateException(Kind kind, String message, List<Problem> problems, Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.problems = List.copyOf(problems);
    }

    static OperateException notFound(String name) {
        return new OperateException(Kind.NOT_FOUND, "no backend is named \"" + name + "\"; /v1/backends lists them");
    }

    static OperateException conflict(String message) {
        return new OperateException(Kind.CONFLICT, message);
    }

    static OperateException invalid(String what, ConfigException problem) {
        return new OperateException(Kind.INVALID, what, problem.problems(), problem);
    }

    public Kind kind() {
        return kind;
    }

    /// Every problem of something invalid, each with its place; else empty.
    public List<Problem> problems() {
        return problems;
    }
}
