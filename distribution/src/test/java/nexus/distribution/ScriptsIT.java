package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `scripts/find-jdk.sh`, which `./nexus`, `./verify` and `.ci/run` share.
class ScriptsIT {

    @TempDir
    Path folder;

    @Test
    void javaHomeComesFirstWhenItIsNewEnough() throws Exception {
        var jdk = jdk("mine", "26.0.1");

        assertEquals(jdk + "\n", found(Map.of("JAVA_HOME", jdk.toString())));
    }

    @Test
    void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
        var old = jdk("old", "17.0.15");
        jdk(".jdks/temurin-25", "25.0.3");

        var found = found(Map.of("JAVA_HOME", old.toString()));

        assertTrue(!found.isBlank() && !found.equals(old + "\n"), found);
    }

    @Test
    void aRuntimeWithoutACompilerIsNoJdk() throws Exception {
        var runtime = jdk("runtime", "25.0.3");
        Files.delete(runtime.resolve("bin/javac"));
        jdk(".jdks/temurin-25", "25.0.3");

        assertTrue(!found(Map.of("JAVA_HOME", runtime.toString())).equals(runtime + "\n"));
    }

    @Test
    void missingMavenIsSaidPlainly() throws Exception {
        var result = sh("need_maven", Map.of());

        assertTrue(result.err().contains("there is no mvn on the PATH"), result.err());
        assertEquals(1, result.code());
    }

    @Test
    void aMissingJdkIsSaidPlainly() throws Exception {
        var result = sh("jdk_wanted=999; need_jdk", Map.of());

        assertTrue(result.err().contains("a JDK of version 999 or newer, and none was found"), result.err());
        assertEquals(1, result.code());
    }

    private String found(Map<String, String> variables) throws Exception {
        return sh("need_jdk; printf '%s\\n' \"$JAVA_HOME\"", variables).out();
    }

    private Program.Result sh(String command, Map<String, String> variables) throws Exception {
        var environment = new HashMap<>(Use.environment(folder));
        environment.putAll(variables);
        var script = ". '" + Packaged.ROOT.resolve("scripts/find-jdk.sh").toAbsolutePath() + "'; " + command;
        return Program.run(folder, environment, List.of("sh", "-c", script));
    }

    /// A folder that looks like a JDK of this version.
    private Path jdk(String name, String version) throws Exception {
        var home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        for (var tool : List.of("javac", "jlink")) {
            assertTrue(Files.writeString(home.resolve("bin").resolve(tool), "")
                    .toFile()
                    .setExecutable(true));
        }
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}
