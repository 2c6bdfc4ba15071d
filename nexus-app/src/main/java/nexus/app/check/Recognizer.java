package nexus.app.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.exchange.Break;
import nexus.app.exchange.Deadline;
import nexus.app.exchange.Ending;
import nexus.app.probes.Probes;
import nexus.spi.Answer;

/// Finds out which type a server is of, by asking: a few small `GET`s, one at a time. Thread-safe; owns name
/// lookups and buffers, so make one and close it.
public final class Recognizer implements AutoCloseable {

    /// Where only a Nexus answers as it does; asked when nothing else tells.
    private static final List<String> OWN_PATHS = List.of("/health/ready");

    /// The type given to a URL whose type is the question.
    private static final String ANY = "generic";

    private final Targets targets;
    private final Resemblance resemblance;

    public Recognizer(Probes probes) {
        this.targets = new Targets(probes, Round.MAX_BODY);
        this.resemblance = targets.resemblance();
    }

    /// As [#look(BackendConfig, Duration)], without credentials.
    ///
    /// @throws CheckerException if the JDK's certificate authorities can't be read
    public Recognition look(BackendUrl url, Duration limit) {
        return look(BackendConfig.of("unknown", url, ANY), limit);
    }

    /// Asks until the type is clear. Blocks for the limit at the most; interrupting the thread ends it at once.
    ///
    /// @param server where, with what credentials, headers and trust; its type means nothing
    /// @param limit  for all questions together
    /// @throws CheckerException if its authorities can't be read
    public Recognition look(BackendConfig server, Duration limit) {
        var evidence = new Evidence(resemblance, server.secrets());
        var line = targets.lines().to(targets.endpoint(server));
        try (var round = new Round(line, server, Deadline.after(limit))) {
            for (var paths : List.of(resemblance.decidingPaths(), resemblance.tellingPaths(), OWN_PATHS)) {
                for (String path : paths) {
                    var found = round.ask(path).flatMap(ending -> weighed(evidence, path, ending));
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
            }
        }
        return evidence.conclusion();
    }

    private static Optional<Recognition> weighed(Evidence evidence, String path, Ending ending) {
        return switch (ending) {
            case Ending.Answered(Answer answer) -> evidence.weigh(path, answer);
            case Ending.Broken(Break why) -> evidence.broke(why);
        };
    }

    @Override
    public void close() {
        targets.close();
    }
}
