package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What must have been merged when many jars became one.
class SingleJarIT {

    private static final String HELIDON = "META-INF/helidon/manifest";

    @Test
    void itsServicesAreWhatTheModulesProvide() throws Exception {
        var ofModules = provided(ModuleFinder.of(Packaged.HOME.resolve("mods")));
        var ofJar = new TreeMap<String, Set<String>>();
        try (var jar = new JarFile(Packaged.JAR.toFile())) {
            for (var service : ofModules.keySet()) {
                ofJar.put(service, Set.copyOf(lines(jar, "META-INF/services/" + service)));
            }
        }

        assertTrue(ofModules.get("nexus.spi.BackendProbe").size() >= 7, ofModules.toString());
        assertEquals(ofModules, ofJar);
    }

    @Test
    void helidonFindsAllItsListsInIt() throws Exception {
        var listed = new TreeSet<String>();
        for (var mod : Packaged.jars()) {
            try (var jar = new JarFile(mod.toFile())) {
                listed.addAll(lines(jar, HELIDON));
            }
        }
        try (var jar = new JarFile(Packaged.JAR.toFile())) {
            assertTrue(listed.size() >= 5, listed.toString());
            assertEquals(listed, new TreeSet<>(lines(jar, HELIDON)));
            listed.forEach(path -> assertNotNull(jar.getEntry(path), path));
        }
    }

    @Test
    void itsManifestStartsNexusAndKeepsVersionedClasses() throws Exception {
        try (var jar = new JarFile(Packaged.JAR.toFile())) {
            var manifest = jar.getManifest().getMainAttributes();

            assertEquals("nexus.app.cli.Main", manifest.getValue("Main-Class"));
            assertEquals("true", manifest.getValue("Multi-Release"));
            assertEquals(Packaged.VERSION, manifest.getValue("Implementation-Version"));
        }
    }

    @Test
    void itIsNoModuleAndCarriesTheLicences() throws Exception {
        try (var jar = new JarFile(Packaged.JAR.toFile())) {
            var names = jar.stream().map(Object::toString).toList();

            assertFalse(names.stream().anyMatch(name -> name.endsWith("module-info.class")), "a module descriptor");
            assertTrue(names.contains("META-INF/licenses/THIRD-PARTY.txt"));
            assertTrue(names.contains("META-INF/licenses/antlr4-runtime/LICENSE"));
        }
    }

    /// Service by service, the providers of all modules; automatic modules' services count as provided.
    private static Map<String, Set<String>> provided(ModuleFinder mods) {
        return mods.findAll().stream()
                .map(ModuleReference::descriptor)
                .flatMap(module -> module.provides().stream())
                .collect(Collectors.toMap(
                        ModuleDescriptor.Provides::service,
                        provides -> Set.copyOf(provides.providers()),
                        (one, other) -> {
                            var both = new TreeSet<>(one);
                            both.addAll(other);
                            return both;
                        },
                        TreeMap::new));
    }

    /// The lines of a list, without comments; none if the jar has no such list.
    private static List<String> lines(JarFile jar, String path) throws IOException {
        var entry = jar.getEntry(path);
        if (entry == null) {
            return List.of();
        }
        var text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        return text.lines()
                .map(line -> line.replaceAll("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
