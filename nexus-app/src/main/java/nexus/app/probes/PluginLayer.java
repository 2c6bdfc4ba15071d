package nexus.app.probes;

import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.stream.Collectors;

/// The modules of one plugin, above those that Nexus was started with.
final class PluginLayer {

    private PluginLayer() {}

    /// Defines all modules of a jar, or of the jars in a folder. Modules that the plugin brings along come before
    /// Nexus's own of the same name, but for `nexus.spi`, which must be the one that Nexus speaks.
    ///
    /// @throws RuntimeException from the JDK, with the reason in its message or its cause's: no jar, no module, a
    /// module that is missing, a package that two modules have
    static ModuleLayer of(Path plugin) {
        ModuleLayer nexus = PluginLayer.class.getModule().getLayer();
        if (nexus == null) {
            throw new IllegalStateException(
                    "Nexus runs from the class path: plugins need 'bin/nexus' or 'java -p mods'");
        }
        var own = ModuleFinder.of(plugin);
        var names = own.findAll().stream()
                .map(module -> module.descriptor().name())
                .collect(Collectors.toUnmodifiableSet());
        if (names.contains("nexus.spi")) {
            throw new IllegalStateException("it brings a nexus.spi of its own; leave that jar out");
        }
        var resolved = nexus.configuration().resolve(own, ModuleFinder.of(), names);
        return nexus.defineModulesWithOneLoader(resolved, PluginLayer.class.getClassLoader());
    }
}
