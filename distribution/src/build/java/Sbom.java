import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The list of what is shipped, in CycloneDX 1.6: each jar of `mods/` as it lies there, and the Java runtime. Licences are
/// those of `components.txt`.
///
/// CycloneDX's own plugin for Maven wants the network in every build, knows licences from the projects' own files, and
/// nothing of the runtime. Neither a serial number nor a time of its own stands here: two builds make the same bytes.
///
/// @param time when the sources were last released, as the archives' entries have it
record Sbom(Path home, Components components, DependencyGraph graph, String version, String time) {
    private static final String RUNTIME = "java-runtime";

    void writeTo(Path file) throws IOException {
        var jars = new TreeMap<String, Path>();
        try (Stream<Path> all = Files.list(home.resolve("mods"))) {
            all.forEach(jar -> jars.put(artifact(jar).purl(), jar));
        }
        var entries = new ArrayList<String>();
        for (var jar : jars.entrySet()) {
            entries.add(library(jar.getKey(), artifact(jar.getValue()), jar.getValue()));
        }
        entries.add(runtime());
        Files.writeString(file, """
                {
                  "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
                  "bomFormat": "CycloneDX",
                  "specVersion": "1.6",
                  "version": 1,
                  "metadata": {
                    "timestamp": %s,
                    "component": {"type": "application", "bom-ref": "nexus", "name": "nexus", "version": %s, %s}
                  },
                  "components": [
                    %s
                  ],
                  "dependencies": [
                    %s
                  ]
                }
                """.formatted(
                        quoted(time),
                        quoted(version),
                        licence("Apache-2.0"),
                        String.join(",\n    ", entries),
                        String.join(",\n    ", dependencies(jars))));
    }

    private DependencyGraph.Artifact artifact(Path jar) {
        return graph.artifact(jar.getFileName().toString());
    }

    private String library(String purl, DependencyGraph.Artifact artifact, Path jar) throws IOException {
        var file = jar.getFileName().toString();
        var spdx = file.startsWith("nexus-") ? "Apache-2.0" : components.of(file).spdx();
        return "{\"type\": \"library\", \"bom-ref\": %1$s, \"group\": %2$s, \"name\": %3$s, \"version\": %4$s, %5$s, %6$s, \"purl\": %1$s}"
                .formatted(
                        quoted(purl),
                        quoted(artifact.group()),
                        quoted(artifact.name()),
                        quoted(artifact.version()),
                        hash(jar),
                        licence(spdx));
    }

    /// It is linked from the JDK that runs this.
    private static String runtime() {
        return "{\"type\": \"platform\", \"bom-ref\": %s, \"name\": \"OpenJDK\", \"version\": %s, \"publisher\": %s, %s}"
                .formatted(
                        quoted(RUNTIME),
                        quoted(System.getProperty("java.runtime.version")),
                        quoted(System.getProperty("java.vendor")),
                        licence("GPL-2.0-only WITH Classpath-exception-2.0"));
    }

    private List<String> dependencies(Map<String, Path> jars) {
        var lines = new ArrayList<String>();
        lines.add(dependency("nexus", Stream.concat(jars.keySet().stream().filter(Sbom::isOurs), Stream.of(RUNTIME))));
        for (var purl : jars.keySet()) {
            lines.add(dependency(purl, graph.uses(purl).filter(jars::containsKey)));
        }
        lines.add(dependency(RUNTIME, Stream.empty()));
        return lines;
    }

    private static boolean isOurs(String purl) {
        return purl.startsWith("pkg:maven/nexus/");
    }

    private static String dependency(String ref, Stream<String> uses) {
        return "{\"ref\": %s, \"dependsOn\": [%s]}"
                .formatted(quoted(ref), uses.sorted().map(Sbom::quoted).collect(Collectors.joining(", ")));
    }

    private static String licence(String spdx) {
        return "\"licenses\": [{\"expression\": " + quoted(spdx) + "}]";
    }

    private static String hash(Path jar) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
            return "\"hashes\": [{\"alg\": \"SHA-256\", \"content\": \"" + HexFormat.of().formatHex(digest) + "\"}]";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
