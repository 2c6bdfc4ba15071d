package nexus.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nexus.app.check.CheckerException;
import nexus.app.check.OneShot;
import nexus.app.check.Recognition;
import nexus.app.check.Recognizer;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.config.HealthCheckConfig;
import nexus.app.config.Origins;
import nexus.app.config.Overrides;
import nexus.app.explain.Explainer;
import nexus.app.health.Outcome;
import nexus.app.log.Printable;
import nexus.app.probes.Probes;
import nexus.app.registry.CheckResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        description =
                "Checks backends once, without a running Nexus: the verdict, where the time went, the models; for a "
                        + "failure its cause and what to do.",
        footer = {"", "Example:  nexus check http://localhost:11434"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all are healthy", "1:at least one is not", "2:wrong usage or configuration"})
final class CheckCommand implements Callable<Integer> {

    private static final String ANY = "generic";
    private static final Duration RECOGNITION = Duration.ofSeconds(5);

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description = "The backend to check. Without it: all of the configuration file.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--type",
            paramLabel = "T",
            description = "The backend's type, as 'nexus probes' lists them. Without it: detected from its answers.")
    private Optional<String> type = Optional.empty();

    @Option(
            names = "--json",
            description = "Print what is known as JSON, in the form of GET /v1/backends/NAME/explain; for a file as a "
                    + "list of them.")
    private boolean json;

    @Mixin
    private ConfigFile file = new ConfigFile();

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var probes = ConfigFile.probes();
        if (url.isPresent()) {
            if (file.isNamed()) {
                throw CommandFailure.usage("give either a URL or -c FILE (see 'nexus check --help')");
            }
            return check(
                    List.of(named(url.get(), probes)), probes, HealthCheckConfig.DEFAULT.maxBodyBytes(), Origins.NONE);
        }
        if (type.isPresent()) {
            throw CommandFailure.usage("--type goes with a URL (see 'nexus check --help')");
        }
        var config = file.load(file.source(terminal, probes, Overrides.NONE));
        var enabled = config.backends().stream().filter(BackendConfig::enabled).toList();
        if (enabled.isEmpty()) {
            throw CommandFailure.usage(file.shown() + " has no enabled backends");
        }
        return check(enabled, probes, config.healthCheck().maxBodyBytes(), config.origins());
    }

    private BackendConfig named(String text, Probes probes) {
        var url = parsed(text);
        return BackendConfig.of("backend", url, type.isPresent() ? known(type.get(), probes) : recognised(url, probes));
    }

    private static BackendUrl parsed(String text) {
        try {
            return BackendUrl.parse(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(Printable.text(String.valueOf(e.getMessage())));
        }
    }

    private static String known(String name, Probes probes) {
        return probes.byType(name)
                .orElseThrow(() -> CommandFailure.usage("no probe has the type '" + Printable.text(name)
                        + "', there are: " + String.join(", ", probes.types())))
                .type();
    }

    /// Finds out the type by asking, and says how it is known.
    private String recognised(BackendUrl url, Probes probes) {
        try (var recognizer = new Recognizer(probes)) {
            return switch (recognizer.look(url, RECOGNITION)) {
                case Recognition.Recognised(String found, String how) -> {
                    if (!json) {
                        terminal.println("type: " + found + Printable.text(" (" + how + ")"));
                    }
                    yield found;
                }
                case Recognition.Nexus _ ->
                    throw undecided(url + " is a Nexus: it watches servers and is none", probes);
                case Recognition.Unrecognised(String reason) ->
                    throw undecided(url + " is not recognised: " + reason, probes);
                // The check tells cause and fix of that, whatever the type.
                case Recognition.Unheard _ -> {
                    if (!json) {
                        terminal.println("type: not known, no answer came; checked as " + ANY);
                    }
                    yield ANY;
                }
            };
        } catch (CheckerException e) {
            throw CommandFailure.usage(e.getMessage());
        }
    }

    private static CommandFailure undecided(String sentence, Probes probes) {
        return CommandFailure.usage(
                Printable.text(sentence) + "; name its type with --type, one of: " + String.join(", ", probes.types()));
    }

    private int check(List<BackendConfig> backends, Probes probes, int maxBodyBytes, Origins origins)
            throws InterruptedException {
        boolean all = true;
        var checked = new CheckedBackends(terminal, json);
        var checks = new ArrayList<Callable<CheckResult>>();
        backends.forEach(backend -> checks.add(() -> OneShot.check(backend, probes, maxBodyBytes)));
        try (var results = new Together<>(checks)) {
            for (var backend : backends) {
                var result = results.next();
                all &= result.outcome() instanceof Outcome.Success;
                checked.add(Explainer.explain(backend, result, origins, Instant.now()), result);
            }
        } catch (CheckerException e) {
            throw CommandFailure.usage(e.getMessage());
        }
        checked.end(url.isPresent());
        return all ? ExitCode.OK : ExitCode.NOT_HEALTHY;
    }
}
