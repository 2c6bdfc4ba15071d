package nexus.app.probes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import nexus.spi.BackendProbe;

/// The jars of a folder, each in a module layer of its own: what doesn't fit together there costs that jar only,
/// where on the module path it would keep the JVM from starting.
///
/// A folder within it is one plugin of several jars: a probe and what it needs, in versions of its own.
final class Plugins {

    /// The folder, as the start script hands it over.
    private static final String PROPERTY = "nexus.plugins";

    /// Classes are loaded then, and a static initialiser may do anything.
    private static final Duration START = Duration.ofSeconds(5);
    /// A reader is a pure function that needs microseconds.
    private static final Duration READING = Duration.ofSeconds(1);

    private final Path folder;
    private final List<String> problems;

    /// @param problems what can't be used is told here, a line each
    Plugins(Path folder, List<String> problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /// The folder of this program, if it has one.
    static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).filter(Files::isDirectory);
    }

    List<FoundProbe> probes() {
        var probes = new ArrayList<FoundProbe>();
        for (Path plugin : plugins()) {
            probes.addAll(probes(plugin));
        }
        return probes;
    }

    private List<Path> plugins() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Plugins::isPlugin).sorted().toList();
        } catch (IOException e) {
            problems.add(name(folder) + " can't be read: " + OneLine.of(e));
            return List.of();
        }
    }

    private static boolean isPlugin(Path file) {
        return file.getFileName().toString().endsWith(".jar") || Files.isDirectory(file);
    }

    private List<FoundProbe> probes(Path plugin) {
        var found = new ArrayList<FoundProbe>();
        var wrong = new ArrayList<String>();
        try {
            new Containment(name(plugin), START).call(() -> load(plugin, found, wrong));
        } catch (Throwable e) { // foreign code may throw anything, undeclared exceptions too
            unusable(plugin, OneLine.of(e));
            return List.of();
        }
        problems.addAll(wrong);
        if (found.isEmpty() && wrong.isEmpty()) {
            unusable(plugin, "no module in it provides " + BackendProbe.class.getName());
        }
        return found;
    }

    private static Void load(Path plugin, List<FoundProbe> found, List<String> wrong) {
        ModuleLayer layer = PluginLayer.of(plugin);
        var providers = ServiceLoader.load(layer, BackendProbe.class).stream()
                .filter(provider -> provider.type().getModule().getLayer() == layer)
                .iterator();
        var containment = new Containment(name(plugin), READING);
        for (BackendProbe probe : new Providers("a probe of the plugin " + name(plugin), wrong).instances(providers)) {
            ProbeForm.problem(probe)
                    .ifPresentOrElse(
                            wrong::add,
                            () -> found.add(FoundProbe.of(probe).as(ContainedProbe.of(probe, containment))));
        }
        return null;
    }

    private void unusable(Path plugin, String why) {
        problems.add("the plugin " + name(plugin) + " can't be used: " + why);
    }

    private static String name(Path file) {
        return OneLine.printable(file.getFileName().toString());
    }
}
