package nexus.app.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendEntry;
import nexus.app.config.BackendSource;
import nexus.app.config.BackendUrl;
import nexus.app.config.ConfigSource;
import nexus.app.config.NexusConfig;
import nexus.app.config.Overrides;
import nexus.app.config.Samples;
import nexus.app.discover.Neighbour;
import org.junit.jupiter.api.Test;

class DiscoveringTest {

    private static final Map<String, String> TYPES = Map.of("ollama", "ollama", "vllm", "vllm");
    private static final ConfigSource SOURCE = new ConfigSource(Optional.empty(), Overrides.NONE, Map.of(), TYPES);
    private static final NexusConfig BASE = Samples.parsed("t.toml", "", Overrides.NONE, Map.of(), TYPES);

    private final List<BackendConfig> fleet = new ArrayList<>();
    private final List<List<String>> told = new ArrayList<>();
    private final Discovering discovering =
            new Discovering(DiscoveringTest::complete, this::fleet, found -> told.add(names(found)));

    private static BackendConfig complete(BackendEntry entry) {
        return SOURCE.complete(entry, BASE);
    }

    private Collection<BackendConfig> fleet() {
        return fleet;
    }

    private List<String> names(List<BackendConfig> found) {
        return found.stream()
                .map(backend -> backend.name() + " " + backend.source().text())
                .toList();
    }

    private static Neighbour neighbour(String name, String url, String type) {
        return new Neighbour(name, BackendUrl.parse(url), type, "", name + ".local");
    }

    private final Neighbour first = neighbour("a", "http://10.0.0.1:1", "ollama");
    private final Neighbour second = neighbour("b", "http://10.0.0.2:1", "vllm");

    @Test
    void neighboursBecomeDiscoveredBackendsAndGoAgain() {
        discovering.accept(List.of(first, second));
        discovering.accept(List.of(second));
        discovering.accept(List.of());

        assertEquals(List.of(List.of("a discovered", "b discovered"), List.of("b discovered"), List.of()), told);
    }

    @Test
    void nothingNewIsToldOnce() {
        discovering.accept(List.of());
        discovering.accept(List.of(first));
        discovering.accept(List.of(first));

        assertEquals(List.of(List.of("a discovered")), told);
    }

    @Test
    void whatTheUserHasNamedIsLeftAloneAlsoWhenItIsNamedLater() {
        fleet.add(BackendConfig.of("mine", BackendUrl.parse("http://a.local:1"), "ollama"));
        discovering.accept(List.of(first, second));
        fleet.add(BackendConfig.of("b", BackendUrl.parse("http://elsewhere:1"), "vllm"));
        discovering.accept(List.of(first, second));

        assertEquals(List.of(List.of("b discovered"), List.of()), told);
    }

    @Test
    void itsOwnFindsInTheFleetDoNotHideThem() {
        discovering.accept(List.of(first));
        fleet.add(complete(first.entry()).withSource(BackendSource.DISCOVERED));
        discovering.accept(List.of(first));

        assertEquals(List.of(List.of("a discovered")), told);
    }

    @Test
    void whatCantBeABackendIsLeftOut() {
        discovering.accept(List.of(neighbour("c", "http://10.0.0.3:1", "odd"), first));

        assertEquals(List.of(List.of("a discovered")), told);
    }
}
