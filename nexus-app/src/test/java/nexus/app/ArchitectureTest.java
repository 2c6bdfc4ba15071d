package nexus.app;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which package may use which: the picture of docs/architecture.md, held against the code. Whoever needs another arrow
/// changes both, and says why.
class ArchitectureTest {

    /// Left: a package of `nexus.app`. Right: what it may use besides itself and the JDK. `api` never asks a backend,
    /// `health` knows neither clock nor socket, nothing uses `cli`.
    private static final String PACKAGES = """
            health    spi
            config    health tomlj helidon.config
            log       config
            probes    spi
            registry  health config log spi
            events    registry health config log spi jackson
            history   events registry health config log spi jackson sqlite postgresql
            notify    events registry health config check exchange log spi jackson
            metrics   notify registry health config spi prometheus
            exchange  health spi
            check     registry health config probes exchange log spi jackson
            explain   registry health config check spi jackson
            discover  check registry health config probes log spi
            operate   check registry config health probes log spi
            page      registry history events health config
            api       page explain operate registry events history notify metrics health config log spi jackson helidon.webserver helidon.http helidon.common
            systemd   log
            demo      config health jackson
            boot      health config log probes registry events history notify metrics exchange check discover operate api systemd demo spi
            cli       boot config probes demo check discover explain registry health log spi picocli jackson helidon.config tomlj
            """;

    private static final Map<String, String> LIBRARIES = Map.ofEntries(
            Map.entry("com.fasterxml.jackson", "jackson"),
            Map.entry("info.picocli", "picocli"),
            Map.entry("picocli", "picocli"),
            Map.entry("org.tomlj", "tomlj"),
            Map.entry("io.prometheus.metrics", "prometheus"),
            Map.entry("org.sqlite", "sqlite"),
            Map.entry("org.postgresql", "postgresql"),
            Map.entry("io.helidon.config", "helidon.config"),
            Map.entry("io.helidon.webserver", "helidon.webserver"),
            Map.entry("io.helidon.http", "helidon.http"),
            Map.entry("io.helidon.common", "helidon.common"));

    /// So that the test can't pass on an empty folder; grows with the code.
    private static final int AT_LEAST = 150;

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // The SPI's test kit: a folder while modules are tested, a jar once they are packaged.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("nexus");

    @Test
    void theWholeProgramIsLookedAt() {
        assertTrue(CLASSES.size() >= AT_LEAST, CLASSES.size() + " classes");
        assertEquals(table().keySet(), used().keySet());
    }

    @Test
    void eachPackageUsesOnlyWhatTheTableAllows() {
        var forbidden = new TreeMap<String, Set<String>>();
        used().forEach((from, targets) -> {
            var extra = new TreeSet<>(targets);
            extra.removeAll(table().getOrDefault(from, Set.of()));
            extra.remove(from);
            if (!extra.isEmpty()) {
                forbidden.put(from, extra);
            }
        });

        assertEquals(Map.of(), forbidden);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("nexus.app.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theSpiNeedsTheJdkAloneAndOnlyItsSupportJackson() {
        assertEquals(Set.of(), targets("nexus.spi"));
        assertEquals(Set.of("spi", "jackson"), targets("nexus.spi.support"));
    }

    @Test
    void aProbeModuleKnowsTheSpiAndNoOtherProbe() {
        var probes = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("nexus.probe."))
                .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(probes.size() >= 4, probes.toString());
        for (var probe : probes) {
            var allowed = Set.of("spi", "jackson");
            assertTrue(allowed.containsAll(targets(probe)), probe + " uses " + targets(probe));
        }
    }

    private static Map<String, Set<String>> table() {
        return PACKAGES.lines()
                .map(line -> List.of(line.split(" +")))
                .collect(Collectors.toMap(List::getFirst, line -> Set.copyOf(line.subList(1, line.size()))));
    }

    /// What each package of `nexus.app` really uses.
    private static Map<String, Set<String>> used() {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith("nexus.app."))
                .collect(Collectors.groupingBy(
                        type -> shortened(type.getPackageName()),
                        TreeMap::new,
                        Collectors.flatMapping(ArchitectureTest::targets, Collectors.toCollection(TreeSet::new))));
    }

    private static Set<String> targets(String exactPackage) {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().equals(exactPackage))
                .flatMap(ArchitectureTest::targets)
                .filter(target -> !target.equals(shortened(exactPackage)) || exactPackage.equals("nexus.spi.support"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> targets(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .filter(target -> !target.isPrimitive() && !isOfTheJdk(target))
                .map(target -> shortened(target.getPackageName()));
    }

    private static boolean isOfTheJdk(JavaClass type) {
        return Stream.of("java.", "javax.", "com.sun.", "jdk.").anyMatch(type.getName()::startsWith);
    }

    /// `health` for `nexus.app.health`, `spi` for `nexus.spi.support`, `probe.ollama` for `nexus.probe.ollama`, and a
    /// library's short name.
    private static String shortened(String name) {
        if (name.startsWith("nexus.app.")) {
            return name.split("\\.")[2];
        }
        if (name.startsWith("nexus.")) {
            return name.startsWith("nexus.spi") ? "spi" : name.substring("nexus.".length());
        }
        return LIBRARIES.entrySet().stream()
                .filter(library -> name.startsWith(library.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(name);
    }
}
