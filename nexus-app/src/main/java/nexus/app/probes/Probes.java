package nexus.app.probes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nexus.spi.BackendProbe;

/// The backend types this program knows. Immutable; a probe in it is the only instance of its provider.
public final class Probes {

    private final List<FoundProbe> list;
    private final Map<String, FoundProbe> byName;
    private final List<String> problems;

    private Probes(List<FoundProbe> list, Map<String, FoundProbe> byName, List<String> problems) {
        this.list = list;
        this.byName = byName;
        this.problems = problems;
    }

    /// Finds every provider on the module path and the class path, and in the folder of plugins.
    ///
    /// @throws ProbesException if two of the paths claim the same type or alias; a plugin that claims one that is
    /// taken is only a problem
    public static Probes load() {
        // The loader of this class: what the launcher put on the paths, whatever thread calls.
        var loader = ServiceLoader.load(BackendProbe.class, Probes.class.getClassLoader());
        return Plugins.folder().map(folder -> load(loader, folder)).orElseGet(() -> load(loader));
    }

    /// Probes at hand, for programs and tests that need no discovery.
    ///
    /// @throws ProbesException as [#load()]
    public static Probes of(BackendProbe... probes) {
        return checked(List.of(probes), new ArrayList<>());
    }

    static Probes load(ServiceLoader<BackendProbe> loader) {
        var problems = new ArrayList<String>();
        return checked(
                new Providers("a probe", problems).instances(loader.stream().iterator()), problems);
    }

    private static Probes load(ServiceLoader<BackendProbe> loader, Path plugins) {
        var problems = new ArrayList<String>();
        var own = new Providers("a probe", problems).instances(loader.stream().iterator());
        return checked(own, new Plugins(plugins, problems).probes(), problems);
    }

    private static Probes checked(List<BackendProbe> candidates, List<String> problems) {
        return checked(candidates, List.of(), problems);
    }

    private static Probes checked(List<BackendProbe> own, List<FoundProbe> plugins, List<String> problems) {
        var list = new ArrayList<FoundProbe>();
        var byName = new TreeMap<String, FoundProbe>();
        for (BackendProbe probe : own) {
            ProbeForm.problem(probe).ifPresentOrElse(problems::add, () -> add(FoundProbe.of(probe), list, byName));
        }
        for (FoundProbe plugin : plugins) {
            taken(plugin, byName).ifPresentOrElse(problems::add, () -> add(plugin, list, byName));
        }
        list.sort(Comparator.comparing(found -> found.probe().type()));
        return new Probes(List.copyOf(list), Collections.unmodifiableMap(byName), List.copyOf(problems));
    }

    private static Optional<String> taken(FoundProbe plugin, Map<String, FoundProbe> byName) {
        return names(plugin)
                .filter(byName::containsKey)
                .findFirst()
                .map(name -> "the plugin " + plugin.origin() + " can't be used: it claims the backend type \"" + name
                        + "\", which is that of " + byName.get(name).origin());
    }

    private static void add(FoundProbe found, List<FoundProbe> list, Map<String, FoundProbe> byName) {
        list.add(found);
        names(found).forEach(name -> claim(name, found, byName));
    }

    private static Stream<String> names(FoundProbe found) {
        return Stream.concat(Stream.of(found.probe().type()), found.probe().aliases().stream());
    }

    private static void claim(String name, FoundProbe found, Map<String, FoundProbe> byName) {
        FoundProbe other = byName.putIfAbsent(name, found);
        if (other != null && other != found) {
            throw new ProbesException("two probes claim the backend type \"" + name + "\": " + other.origin() + " and "
                    + found.origin() + "; remove one of the two");
        }
    }

    /// The probe of a type, by its name or another accepted spelling.
    public Optional<BackendProbe> byType(String typeOrAlias) {
        return Optional.ofNullable(byName.get(typeOrAlias)).map(FoundProbe::probe);
    }

    /// The types, sorted.
    public Set<String> types() {
        var types = new TreeSet<String>();
        list.forEach(found -> types.add(found.probe().type()));
        return Collections.unmodifiableSet(types);
    }

    /// Every accepted spelling, types included, to its type; sorted.
    public Map<String, String> names() {
        var names = new TreeMap<String, String>();
        byName.forEach((name, found) -> names.put(name, found.probe().type()));
        return Collections.unmodifiableMap(names);
    }

    /// All of them, sorted by type.
    public List<FoundProbe> list() {
        return list;
    }

    /// One line for each provider that could not be used.
    public List<String> problems() {
        return problems;
    }
}
