package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh"})
    void theScriptKnowsEveryCommand(String shell) {
        var ran = Ran.nexus("completion", shell);

        assertEquals(0, ran.code());
        assertTrue(
                ran.out()
                        .contains(
                                "local commands=\"serve health why watch history models backends notify plan reload config probes check discover demo completion\""));
        assertTrue(ran.out().contains("bashcompinit"));
    }

    @Test
    void bashCompletesWithIt() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")));
        Path script = Files.writeString(
                folder.resolve("completion"), Ran.nexus("completion", "bash").out());

        var bash = new ProcessBuilder(
                        "/bin/bash",
                        "-c",
                        "source '" + script + "'; COMP_WORDS=(nexus ba); COMP_CWORD=1; COMP_LINE='nexus ba'; "
                                + "_complete_nexus; echo \"${COMPREPLY[@]}\"")
                .redirectErrorStream(true)
                .start();
        String completed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals("backends\n", completed);
    }

    @Test
    void anotherShellIsWrongUsage() {
        assertEquals(2, Ran.nexus("completion", "fish").code());
        assertEquals(1, Ran.nexus("completion", "fish").err().lines().count());
    }
}
