package nexus.app.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// A module asks for nothing that it doesn't use, and opens nothing to nobody.
class RequiredModulesTest {

    /// A class as it is named in a class file or in a text: its package.
    private static final Pattern PACKAGE = Pattern.compile("((?:[a-z_0-9]+[/.])+)[A-Z]");

    /// By name: those of the JDK, of the class path, and ours.
    private static final Map<String, ModuleDescriptor> MODULES = Stream.of(
                    ModuleFinder.ofSystem().findAll().stream(), libraries(), finder(Modules.classes()))
            .flatMap(all -> all)
            .map(ModuleReference::descriptor)
            .collect(Collectors.toMap(ModuleDescriptor::name, module -> module, (first, _) -> first));

    /// The packages that each of our modules names anywhere.
    private static final Map<String, Set<String>> NAMED = Modules.classes().stream()
            .collect(Collectors.toMap(folder -> moduleOf(folder).name(), RequiredModulesTest::named));

    @Test
    void eachRequiredModuleIsUsed() {
        var unused = new TreeSet<String>();
        NAMED.forEach((module, packages) -> MODULES.get(module).requires().stream()
                .filter(required -> !required.modifiers().contains(Requires.Modifier.MANDATED))
                .map(Requires::name)
                .filter(required -> MODULES.get(required).packages().stream().noneMatch(packages::contains))
                .forEach(required -> unused.add(module + " requires " + required)));

        assertTrue(NAMED.size() >= 6, NAMED.keySet().toString());
        assertEquals(Set.of(), unused);
    }

    @Test
    void eachExportedPackageIsUsedByAnotherModule() {
        var unused = new TreeSet<String>();
        NAMED.keySet()
                .forEach(module -> MODULES.get(module).exports().stream()
                        .map(ModuleDescriptor.Exports::source)
                        .filter(exported -> NAMED.entrySet().stream()
                                .noneMatch(other -> !other.getKey().equals(module)
                                        && other.getValue().contains(exported)))
                        .forEach(exported -> unused.add(module + " exports " + exported)));

        assertEquals(Set.of(), unused);
    }

    @Test
    void eachPackageIsOpenedToALibraryThatItNames() {
        var unused = new TreeSet<String>();
        NAMED.keySet()
                .forEach(module -> MODULES.get(module)
                        .opens()
                        .forEach(opened -> opened.targets().stream()
                                .filter(target ->
                                        MODULES.get(target).packages().stream().noneMatch(NAMED.get(module)::contains))
                                .forEach(
                                        target -> unused.add(module + " opens " + opened.source() + " to " + target))));

        assertEquals(Set.of(), unused);
    }

    private static Stream<ModuleReference> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .flatMap(jar -> finder(List.of(jar)));
    }

    private static Stream<ModuleReference> finder(List<Path> places) {
        try {
            return ModuleFinder.of(places.toArray(Path[]::new)).findAll().stream();
        } catch (FindException e) {
            // Not every jar of the tests can be a module.
            return Stream.empty();
        }
    }

    private static ModuleDescriptor moduleOf(Path classes) {
        return ModuleFinder.of(classes).findAll().iterator().next().descriptor();
    }

    private static Set<String> named(Path folder) {
        return new CompiledCode(List.of(folder))
                .all().stream()
                        .flatMap(
                                type -> StreamSupport.stream(type.constantPool().spliterator(), false))
                        .filter(Utf8Entry.class::isInstance)
                        .flatMap(text -> PACKAGE.matcher(((Utf8Entry) text).stringValue())
                                .results())
                        .map(found -> found.group(1).replace('/', '.').replaceAll("\\.$", ""))
                        .collect(Collectors.toSet());
    }
}
