package nexus.app.boot;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendEntry;
import nexus.app.config.BackendSource;
import nexus.app.config.ConfigException;
import nexus.app.config.ConfigSource;
import nexus.app.discover.Neighbour;
import nexus.app.discover.Neighbours;
import nexus.app.log.Log;
import nexus.app.operate.OperateException;
import nexus.app.operate.Operator;
import nexus.app.probes.Probes;
import nexus.app.registry.Backend;
import nexus.app.registry.Registry;

/// Makes backends of the servers that announce themselves. What the user has named gives way to nobody.
final class Discovering implements Consumer<List<Neighbour>> {

    private static final Log LOG = Log.of("discovery");

    private final Function<BackendEntry, BackendConfig> complete;
    private final Supplier<Collection<BackendConfig>> fleet;
    private final Consumer<List<BackendConfig>> to;
    private List<BackendConfig> told = List.of();

    /// @param complete fills the defaults in; may throw a [ConfigException]
    /// @param fleet    the whole fleet as it is now
    /// @param to       is told of all discovered backends when they change
    Discovering(
            Function<BackendEntry, BackendConfig> complete,
            Supplier<Collection<BackendConfig>> fleet,
            Consumer<List<BackendConfig>> to) {
        this.complete = complete;
        this.fleet = fleet;
        this.to = to;
    }

    /// Starts listening; closing what it returns ends that.
    static Neighbours start(ConfigSource source, Probes probes, Registry registry, Operator operator) {
        return Neighbours.follow(
                probes,
                new Discovering(
                        entry -> source.complete(entry, operator.config()),
                        () -> registry.backends().stream().map(Backend::config).toList(),
                        found -> tell(operator, found)));
    }

    private static void tell(Operator operator, List<BackendConfig> found) {
        try {
            operator.discovered(found);
        } catch (OperateException e) {
            LOG.warn("what was discovered can't be used", "problem", e.getMessage());
        }
    }

    @Override
    public void accept(List<Neighbour> neighbours) {
        var named = fleet.get();
        var found = neighbours.stream()
                .filter(neighbour -> !neighbour.isIn(named))
                .flatMap(neighbour -> backend(neighbour).stream())
                .toList();
        if (!found.equals(told)) {
            to.accept(found);
            told = found;
        }
    }

    private Optional<BackendConfig> backend(Neighbour neighbour) {
        try {
            return Stream.of(complete.apply(neighbour.entry()))
                    .map(backend -> backend.withSource(BackendSource.DISCOVERED))
                    .findFirst();
        } catch (ConfigException e) {
            LOG.debug("a server that was found can't be a backend", "url", neighbour.url(), "problem", e.getMessage());
            return Optional.empty();
        }
    }
}
