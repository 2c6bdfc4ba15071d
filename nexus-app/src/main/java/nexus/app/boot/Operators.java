package nexus.app.boot;

import java.time.Duration;
import java.time.InstantSource;
import nexus.app.check.Checker;
import nexus.app.check.Recognition;
import nexus.app.check.Recognizer;
import nexus.app.config.BackendConfig;
import nexus.app.config.NexusConfig;
import nexus.app.log.Log;
import nexus.app.log.Logging;
import nexus.app.notify.Notifier;
import nexus.app.operate.Checks;
import nexus.app.operate.OperateException;
import nexus.app.operate.Operator;
import nexus.app.operate.Standing;
import nexus.app.operate.Surroundings;
import nexus.app.probes.Probes;
import nexus.app.registry.Registry;

/// Makes the operator, and has it reload when nobody waits for an answer.
final class Operators {

    private static final Log LOG = Log.of("operate");
    /// How long a server is asked what it is.
    private static final Duration RECOGNITION = Duration.ofSeconds(10);

    private Operators() {}

    static Operator of(
            Standing standing,
            Registry registry,
            Checker checker,
            Probes probes,
            Notifier notifier,
            InstantSource clock) {
        var around = new Surroundings(
                Checks.of(checker), server -> recognised(probes, server), config -> follow(config, notifier), clock);
        return new Operator(standing, registry, around);
    }

    /// One for each question: it is asked seldom, and costs memory while it waits.
    private static Recognition recognised(Probes probes, BackendConfig server) {
        try (var recognizer = new Recognizer(probes)) {
            return recognizer.look(server, RECOGNITION);
        }
    }

    private static void follow(NexusConfig config, Notifier notifier) {
        Logging.level(config.logging().level());
        notifier.follow(config.receivers());
    }

    /// Reloads because of a signal, or of a file that changed.
    ///
    /// @param reason what the log says before
    static void reload(Operator operator, String reason) {
        LOG.info(reason);
        try {
            operator.reload();
        } catch (OperateException e) {
            // The operator has logged it, and there is nobody else to tell.
        } catch (RuntimeException | Error e) {
            LOG.error("a bug kept the configuration from being reloaded", "thrown", String.valueOf(e));
        }
    }
}
