import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Which artifact a jar is, and which others it asks for, as Maven sees it: its tree of dependencies, written in the
/// trivial graph format, which is lines of nodes, a line `#`, and lines of edges.
record DependencyGraph(Map<String, Artifact> artifacts, Map<String, Set<String>> edges) {
    private static final Pattern ARTIFACT = Pattern.compile("([\\w.-]+):([\\w.-]+):jar:([\\w.-]+)");

    record Artifact(String group, String name, String version) {
        String purl() {
            return "pkg:maven/" + group + "/" + name + "@" + version;
        }

        String jar() {
            return name + "-" + version + ".jar";
        }
    }

    static DependencyGraph read(Path file) throws IOException {
        var nodes = new HashMap<String, Artifact>();
        var edges = new HashMap<String, Set<String>>();
        for (var line : Files.readAllLines(file)) {
            var words = line.split(" ");
            var artifact = ARTIFACT.matcher(line);
            if (artifact.find()) {
                nodes.put(words[0], new Artifact(artifact.group(1), artifact.group(2), artifact.group(3)));
            } else if (words.length > 1) {
                edges.computeIfAbsent(nodes.get(words[0]).purl(), _ -> new TreeSet<>())
                        .add(nodes.get(words[1]).purl());
            }
        }
        var byJar = new HashMap<String, Artifact>();
        nodes.values().forEach(artifact -> byJar.put(artifact.jar(), artifact));
        return new DependencyGraph(byJar, edges);
    }

    Artifact artifact(String jar) {
        var artifact = artifacts.get(jar);
        if (artifact == null) {
            throw new Complete.BrokenBuild("Maven knows of no dependency that is " + jar);
        }
        return artifact;
    }

    /// The package URLs of those that this one asks for.
    Stream<String> uses(String purl) {
        return edges.getOrDefault(purl, Set.of()).stream();
    }
}
