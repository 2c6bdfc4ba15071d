package nexus.app.probes;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nexus.spi.BackendProbe;

/// Whether a probe keeps the promises of [BackendProbe] that can be looked at without a server.
final class ProbeForm {

    private static final Pattern TYPE = Pattern.compile("[a-z0-9]{1,32}");
    private static final Pattern ALIAS = Pattern.compile("[a-z0-9.-]{1,32}");

    private static final Pattern PATH = Pattern.compile("/[!-~&&[^#]]*");

    private ProbeForm() {}

    /// One line that says what is wrong; empty when the probe can be used.
    static Optional<String> problem(BackendProbe probe) {
        String wrong;
        try {
            wrong = wrong(probe);
        } catch (Throwable e) { // foreign code may throw anything
            wrong = "threw " + OneLine.of(e);
        }
        Class<?> provider = probe.getClass();
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of("the probe " + provider.getName() + " of " + FoundProbe.origin(provider)
                        + " can't be used: " + wrong);
    }

    private static String wrong(BackendProbe probe) {
        String type = probe.type();
        if (type == null || !TYPE.matcher(type).matches()) {
            return "its type is not 1 to 32 lower-case letters and digits: " + OneLine.printable("\"" + type + "\"");
        }
        Set<String> aliases = probe.aliases();
        if (aliases == null
                || !aliases.stream()
                        .allMatch(alias -> alias != null && ALIAS.matcher(alias).matches())) {
            return "an alias is not 1 to 32 lower-case letters, digits, '.' and '-': "
                    + OneLine.printable(String.valueOf(aliases));
        }
        if (probe.question() == null || probe.followUps() == null) {
            return "it has no question or null follow-ups";
        }
        var paths = probe.tellingPaths();
        return paths == null
                        || !paths.stream()
                                .allMatch(path ->
                                        path != null && PATH.matcher(path).matches())
                ? "a telling path is not printable ASCII that starts with '/': "
                        + OneLine.printable(String.valueOf(paths))
                : "";
    }
}
