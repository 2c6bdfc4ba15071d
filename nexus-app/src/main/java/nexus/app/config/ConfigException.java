package nexus.app.config;

import java.util.List;
import java.util.stream.Collectors;

/// The configuration can't be used. Its message is one line a problem, ready for the user.
public final class ConfigException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    ConfigException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// Every problem found, in the order of the file; never empty.
    public List<Problem> problems() {
        return problems;
    }
}
