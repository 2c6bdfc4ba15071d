package nexus.app.probes;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader.Provider;
import nexus.spi.BackendProbe;

/// Makes instances of what the service loader finds. Foreign code runs here for the first time: whatever a
/// provider throws becomes a line, and the next one has its turn.
final class Providers {

    /// The iterator goes on after an error; one that never ends is stopped here.
    private static final int MOST = 1000;

    private final String whose;
    private final List<String> problems;

    /// @param whose for messages: `a probe`, `a probe of the plugin x.jar`
    Providers(String whose, List<String> problems) {
        this.whose = whose;
        this.problems = problems;
    }

    List<BackendProbe> instances(Iterator<Provider<BackendProbe>> providers) {
        var instances = new ArrayList<BackendProbe>();
        for (int i = 0; i < MOST; i++) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                instance(providers.next()).ifPresent(instances::add);
            } catch (ServiceConfigurationError | LinkageError e) {
                problems.add(whose + " could not be found out: " + OneLine.of(e));
            }
        }
        return instances;
    }

    private Optional<BackendProbe> instance(Provider<BackendProbe> provider) {
        Class<? extends BackendProbe> type = provider.type();
        try {
            return Optional.of(provider.get());
        } catch (Throwable e) { // foreign code may throw anything
            problems.add("the probe " + type.getName() + " of " + FoundProbe.origin(type) + " could not be made: "
                    + OneLine.of(e));
            return Optional.empty();
        }
    }
}
