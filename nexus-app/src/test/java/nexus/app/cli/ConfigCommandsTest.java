package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import nexus.app.config.ConfigTemplate;
import nexus.app.config.RuntimeChanges;
import nexus.app.config.StateFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigCommandsTest {

    @TempDir
    Path folder;

    @Test
    void initWritesAFileThatPassesTheCheck() throws Exception {
        String file = folder.resolve("n.toml").toString();

        var init = Ran.nexus("config", "init", file);
        var check = Ran.nexus("config", "check", "-c", file);

        assertEquals(
                new Ran(0, "wrote " + file + "; put your backends into it, then: nexus serve -c " + file + "\n", ""),
                init);
        assertEquals(ConfigTemplate.text(), Files.readString(Path.of(file)));
        assertEquals(new Ran(0, file + ": fine (backends: 1)\n", ""), check);
    }

    @Test
    void initRefusesToOverwriteUnlessForced() throws Exception {
        Path file = Files.writeString(folder.resolve("n.toml"), "mine");

        assertEquals(
                new Ran(2, "", "nexus: " + file + " exists: it stays as it is; --force overwrites it\n"),
                Ran.nexus("config", "init", file.toString()));
        assertEquals("mine", Files.readString(file));

        assertEquals(0, Ran.nexus("config", "init", "--force", file.toString()).code());
        assertEquals(ConfigTemplate.text(), Files.readString(file));
    }

    @Test
    void initSaysWhyItCantWrite() {
        Path file = folder.resolve("missing").resolve("n.toml");

        assertEquals(
                new Ran(2, "", "nexus: " + file + ": there is no such folder\n"),
                Ran.nexus("config", "init", file.toString()));
        assertEquals(
                2, Ran.nexus("config", "init", "--force", folder.toString()).code());
    }

    @Test
    void checkTellsEveryProblemWithItsPlace() throws Exception {
        Path file = Files.writeString(folder.resolve("n.toml"), "[server]\nport = \"x\"\n[[backends]]\nnmae = \"a\"\n");

        var ran = Ran.nexus("config", "check", "-c", file.toString());

        assertEquals(2, ran.code());
        assertEquals("", ran.out());
        assertTrue(ran.err().lines().count() >= 2, ran.err());
        assertTrue(ran.err().lines().allMatch(line -> line.startsWith(file + ":")), ran.err());
    }

    @Test
    void checkSaysWhatIsSeldomMeant() throws Exception {
        Path file = Files.writeString(
                folder.resolve("n.toml"),
                "[health_check]\ninterval_seconds = 2\n"
                        + "[[backends]]\nname = \"a\"\nurl = \"http://a:1\"\ntype = \"ollama\"\n");

        assertEquals(
                new Ran(
                        0,
                        file
                                + ": fine (backends: 1)\nnote: timeout_seconds (5) is longer than interval_seconds (2) of a: "
                                + "while a check waits, no other of the same backend starts\n",
                        ""),
                Ran.nexus("config", "check", "-c", file.toString()));
    }

    @Test
    void keysExplainsOneListsASectionAndKnowsWhatWasMeant() {
        assertEquals(new Ran(0, """
                        server.reload_on_change
                          true: a changed file is reloaded automatically. Within about two seconds; otherwise SIGHUP and 'nexus reload' do it
                          takes          true or false
                          default        false
                          overridden by  NEXUS_SERVER_RELOAD_ON_CHANGE
                          reload         needs a restart
                          example        reload_on_change = true
                        """, ""), Ran.nexus("config", "keys", "reload_on_change"));
        var section = Ran.nexus("config", "keys", "[[backends]]");
        assertTrue(section.out().startsWith("[[backends]]  one for each server that is watched"), section.out());
        assertTrue(section.out().contains("│ name               │ required │"), section.out());
        assertEquals(
                new Ran(
                        2,
                        "",
                        "nexus: there is no key 'server.prot'; did you mean server.port? ('nexus config keys' lists them)\n"),
                Ran.nexus("config", "keys", "server.prot"));
        assertTrue(Ran.nexus("config", "keys").out().contains("[[notify]]  "));
    }

    @Test
    void checkReadsTheChangesOfTheRunningProgramToo() throws Exception {
        Path file = Files.writeString(
                folder.resolve("n.toml"), "[[backends]]\nname = \"a\"\nurl = \"http://a:1\"\ntype = \"ollama\"\n");
        Path state = folder.resolve("n.state.toml");
        new StateFile(state).write(RuntimeChanges.NONE.withRemoved("a"));
        assertEquals(
                new Ran(0, file + ": fine (backends: 1)\n" + state + ": fine (added: 0, removed: 1, drained: 0)\n", ""),
                Ran.nexus("config", "check", "-c", file.toString()));

        Files.writeString(state, "removed = 7\n");
        var ran = Ran.nexus("config", "check", "-c", file.toString());

        assertEquals(2, ran.code());
        assertTrue(ran.err().startsWith(state + ":1:1: "), ran.err());
        var serve = Ran.nexus("serve", "-c", file.toString());
        assertEquals(2, serve.code());
        assertEquals(ran.err(), serve.err());
    }

    @Test
    void checkNamesAFileThatIsMissing() {
        String file = folder.resolve("missing.toml").toString();

        var ran = Ran.nexus("config", "check", "-c", file);

        assertEquals(2, ran.code());
        assertTrue(ran.err().startsWith(file + ": "), ran.err());
        assertEquals(1, ran.err().lines().count());
    }
}
