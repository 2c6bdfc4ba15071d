package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `docker/` of the archives and the manifest for Kubernetes, held to what is packaged and to each other. No
/// container is made: build machines may not.
class ContainerIT {

    @TempDir
    Path folder;

    private ContainerFile image;

    @BeforeEach
    void read() throws Exception {
        image = ContainerFile.read();
    }

    @Test
    void theImageStartsAndItsHealthCheckTellsRunningFromWell() throws Exception {
        // given
        image.layOut(folder);
        Files.delete(folder.resolve("etc/nexus/nexus.toml"));
        try (var backend = StandIn.answering("/nothing", "")) {
            backend.configIn(folder.resolve("etc/nexus"), "ollama");

            // when nothing runs, then it is not well
            assertNotEquals(0, healthCheck().code());

            // when it runs, then it is well, be its fleet as it may
            try (var nexus = Program.start(folder, environment(), started())) {
                nexus.await("new=Unhealthy");
                var health = healthCheck();
                assertEquals(0, health.code(), health.err());
                assertEquals(1, run("nexus health -c /etc/nexus/nexus.toml").code());
                assertTrue(Files.exists(folder.resolve("var/lib/nexus/nexus.history.db")));
                nexus.terminate();
            }
        }
    }

    @Test
    void theImageIsNotRootAndEveryFolderOfItsVariablesIsMade() {
        var user = image.only("USER").split(":")[0];
        var made = image.all("RUN").getFirst();

        assertTrue(Integer.parseInt(user) > 0);
        assertTrue(made.contains("--uid " + user), made);
        for (var variable : paths(image.environment())) {
            assertTrue(made.contains(variable), variable);
        }
        assertEquals("/var/lib/nexus", image.only("VOLUME"));
    }

    @Test
    void theComposeFileNamesWhatIsThere() throws Exception {
        var compose = ContainerFile.FILE.resolveSibling("compose.yaml");
        var text = Files.readString(compose);

        var context = compose.resolveSibling(value(text, "context"));
        assertTrue(Files.isSameFile(ContainerFile.FILE, context.resolve(value(text, "dockerfile"))));
        assertTrue(text.contains(":" + image.only("EXPOSE") + "\""), text);
        assertTrue(text.contains(":" + image.only("VOLUME") + "\n"), text);
        var config = compose.resolveSibling("etc/nexus.toml");
        assertTrue(text.contains("./etc:/etc/nexus:ro"), text);
        assertTrue(Files.readString(config).contains("http://ollama:11434"));
        var checked = Program.run(
                folder,
                Use.environment(folder),
                Use.launcher(Packaged.HOME).with("config", "check", "-c", config.toString()));
        assertEquals(0, checked.code(), checked.out() + checked.err());
    }

    @Test
    void theManifestForKubernetesIsMadeForTheImage() throws Exception {
        var text = Files.readString(Tool.DOCS.resolve("kubernetes.yaml"));

        assertEquals(image.only("USER").split(":")[0], value(text, "runAsUser"));
        assertEquals(image.only("USER").split(":")[1], value(text, "fsGroup"));
        assertEquals(image.only("EXPOSE"), value(text, "containerPort"));
        assertTrue(value(text, "image").endsWith("/nexus:" + Packaged.VERSION), text);
        assertFalse(text.contains("args:") || text.contains("command:"), "the image's own command will do");
        // All but the cache, which only commands need.
        var mounted = Set.of("/var/lib/nexus", "/etc/nexus", "/tmp");
        for (var path : mounted) {
            assertTrue(text.contains("mountPath: " + path + "\n"), path);
        }
        assertTrue(mounted.containsAll(paths(image.environment()).stream()
                .filter(path -> !path.equals("/var/cache/nexus"))
                .toList()));
    }

    private static String value(String yaml, String key) {
        var line = Pattern.compile("(?m)^\\s*(?:- )?" + key + ": (.*)$").matcher(yaml);
        assertTrue(line.find(), key);
        return line.group(1);
    }

    /// The folders that variables name, be it by a file in them.
    private static Set<String> paths(Map<String, String> variables) {
        return variables.values().stream()
                .filter(value -> value.startsWith("/"))
                .map(value -> value.replaceFirst("/nexus\\.[^/]*$", ""))
                .collect(Collectors.toSet());
    }

    private List<String> started() throws Exception {
        return Stream.concat(image.words("ENTRYPOINT").stream(), image.words("CMD").stream())
                .map(word -> word.equals("nexus") ? "/usr/local/bin/nexus" : word)
                .map(word -> ContainerFile.inside(folder, word))
                .toList();
    }

    private Program.Result healthCheck() throws Exception {
        return run(image.only("HEALTHCHECK").replaceFirst(".* CMD ", ""));
    }

    private Program.Result run(String command) throws Exception {
        return Program.run(folder, environment(), List.of("/bin/sh", "-c", ContainerFile.inside(folder, command)));
    }

    private Map<String, String> environment() throws Exception {
        var environment = new HashMap<>(Use.environment(folder));
        image.environment().forEach((name, value) -> environment.put(name, ContainerFile.inside(folder, value)));
        environment.put("PATH", folder.resolve("usr/local/bin") + ":" + environment.get("PATH"));
        return environment;
    }
}
