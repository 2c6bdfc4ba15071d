package nexus.app.check;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import nexus.app.config.BackendConfig;
import nexus.app.exchange.Deadline;
import nexus.app.exchange.Ending;
import nexus.app.exchange.Line;
import nexus.spi.Answer;

/// Some questions to a server of which little is known, one after the other, within one deadline. The server
/// is told to close after each: nobody knows which is the last, and to be hung up on fills some servers' logs.
final class Round implements AutoCloseable {

    /// Lists of half a MiB exist (OpenRouter); what is longer tells nothing more.
    static final int MAX_BODY = 1 << 20;

    private static final String MODELS = "/v1/models";
    private static final String HEALTH = "/health";
    private static final int NOT_FOUND = 404;

    private final Line line;
    private final BackendConfig server;
    private final Deadline deadline;
    private final Set<String> missing = new HashSet<>();

    /// @param line   closed with this
    /// @param server its type means nothing
    Round(Line line, BackendConfig server, Deadline deadline) {
        this.line = line;
        this.server = server;
        this.deadline = deadline;
    }

    /// Asks, unless that could cost the server dear: LiteLLM's `/health` runs a generation on every model it
    /// has, SGLang's runs one. Both list models, so `/health` is asked only of a server that has just said
    /// it doesn't.
    ///
    /// @return empty if it was not asked, or the time is over
    Optional<Ending> ask(String path) {
        return path.equals(HEALTH) && !missing.contains(MODELS) ? Optional.empty() : insist(path);
    }

    /// Asks a server of which a mark says that the question costs it nothing.
    ///
    /// @return empty if the time is over
    Optional<Ending> insist(String path) {
        if (deadline.passed()) {
            return Optional.empty();
        }
        // Half of what is left: a path that waits must not hide those that answer at once.
        var share = deadline.sooner(Duration.ofNanos(deadline.remainingNanos() / 2));
        Ending ending = line.ask(Target.request(server, path), MAX_BODY, share);
        if (ending instanceof Ending.Answered(Answer answer) && answer.status() == NOT_FOUND) {
            missing.add(path);
        }
        return Optional.of(ending);
    }

    @Override
    public void close() {
        line.close();
    }
}
