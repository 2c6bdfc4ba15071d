package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;

/// The list of components, `nexus.cdx.json`, against what lies beside it.
class SbomIT {

    private static final Path FILE = Packaged.HOME.resolve("nexus.cdx.json");

    @Test
    void isCycloneDx() throws Exception {
        assertEquals(List.of(), new JsonParser().validate(FILE.toFile(), Version.VERSION_16));
    }

    @Test
    void namesEveryJarThatIsShippedByItsHash() throws Exception {
        var shipped = new TreeMap<String, String>();
        for (var jar : Packaged.jars()) {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            shipped.put(jar.getFileName().toString(), HexFormat.of().formatHex(digest));
        }

        var named = new TreeMap<String, String>();
        for (var library : components(Component.Type.LIBRARY)) {
            var jar = library.getName() + "-" + library.getVersion() + ".jar";
            named.put(jar, library.getHashes().getFirst().getValue());
            assertEquals(
                    "pkg:maven/" + library.getGroup() + "/" + library.getName() + "@" + library.getVersion(),
                    library.getPurl());
        }
        assertEquals(shipped, named);
    }

    @Test
    void namesTheJavaRuntime() throws Exception {
        var runtime = components(Component.Type.PLATFORM);

        assertEquals(1, runtime.size());
        var says = Program.run(Packaged.HOME, System.getenv(), List.of(Packaged.JAVA.toString(), "-version"));
        assertTrue(says.err().contains("(build " + runtime.getFirst().getVersion() + ")"), says.err());
    }

    @Test
    void licencesAreThoseOfTheTextBesideThem() throws Exception {
        var summary = Files.readString(Packaged.HOME.resolve("licenses/THIRD-PARTY.txt"));
        for (var library : components(Component.Type.LIBRARY)) {
            var jar = library.getName() + "-" + library.getVersion() + ".jar";
            var licence = library.getLicenses().getExpression().getValue();
            assertTrue(
                    library.getGroup().equals("nexus")
                            ? licence.equals("Apache-2.0")
                            : summary.contains("%-55s %s\n".formatted(jar, licence)),
                    jar + " " + licence);
        }
    }

    @Test
    void whatIsUsedByWhomIsInItAndNothingHangsInTheAir() throws Exception {
        var bom = bom();
        var graph = bom.getDependencies().stream().collect(Collectors.toMap(Dependency::getRef, SbomIT::uses));

        var reached = new java.util.TreeSet<String>();
        reach("nexus", graph, reached);
        reached.remove("nexus");
        assertEquals(bom.getComponents().stream().map(Component::getBomRef).collect(Collectors.toSet()), reached);
        var app = "pkg:maven/nexus/nexus-app@" + Packaged.VERSION;
        assertTrue(graph.get(app).stream().anyMatch(ref -> ref.contains("/helidon-webserver@")), graph.toString());
        assertFalse(graph.get(app).stream().anyMatch(ref -> ref.contains("/nexus-probe-")), graph.toString());
    }

    private static void reach(String ref, java.util.Map<String, List<String>> graph, java.util.Set<String> reached) {
        if (reached.add(ref)) {
            graph.get(ref).forEach(used -> reach(used, graph, reached));
        }
    }

    private static List<String> uses(Dependency dependency) {
        return dependency.getDependencies() == null
                ? List.of()
                : dependency.getDependencies().stream().map(Dependency::getRef).toList();
    }

    private static List<Component> components(Component.Type type) throws Exception {
        return bom().getComponents().stream()
                .filter(component -> component.getType() == type)
                .toList();
    }

    private static Bom bom() throws Exception {
        return new JsonParser().parse(FILE.toFile());
    }
}
