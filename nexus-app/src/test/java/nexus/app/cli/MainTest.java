package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import nexus.app.boot.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "helth          | Unmatched argument at index 0: 'helth'; did you mean health? (see 'nexus --help')",
                "health --jsn   | Unknown option: '--jsn'; did you mean --json? (see 'nexus health --help')",
                "health --url   | Missing required parameter for option '--url' (URL) (see 'nexus health --help')",
                "backends       | Missing required subcommand (see 'nexus backends --help')",
                "backends lst   | Unmatched argument at index 1: 'lst'; did you mean list? (see 'nexus backends --help')",
            })
    void wrongUsageIsOneLineWithAHint(String args, String line) {
        assertEquals(new Ran(2, "", "nexus: " + line + "\n"), Ran.nexus(args.split(" ")));
    }

    @Test
    void noCommandShowsTheHelpAndIsWrongUsage() {
        var ran = Ran.nexus();

        assertEquals(2, ran.code());
        assertEquals("", ran.out());
        assertEquals(Ran.nexus("--help").out(), ran.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "health",
                "watch",
                "models",
                "backends",
                "backends list",
                "backends add",
                "backends remove",
                "backends restore",
                "backends drain",
                "backends undrain",
                "backends check",
                "plan",
                "reload",
                "config",
                "config init",
                "config check",
                "probes",
                "check",
                "demo",
                "completion"
            })
    void everyCommandHasHelpAndVersion(String command) {
        assertEquals(
                new Ran(0, "nexus " + Version.TEXT + "\n", ""),
                Ran.nexus((command + " --version").strip().split(" ")));
        var help = Ran.nexus((command + " --help").strip().split(" "));
        assertEquals(0, help.code());
        assertTrue(help.out().startsWith(("Usage: nexus " + command).strip()), help.out());
    }

    @Test
    void aBugIsOneLineAndNoStackTrace() {
        var err = new ByteArrayOutputStream();
        var out = new ByteArrayOutputStream();

        // An environment that can't be read stands for any fault of ours.
        int code = Main.run(new String[] {"health"}, Ran.stream(out), Ran.stream(err), new BrokenEnvironment());

        assertEquals(70, code);
        assertEquals("", out.toString());
        assertFalse(err.toString().contains("broken"), err.toString());
        assertTrue(
                err.toString()
                        .matches("nexus: this is a bug, please report it: java.lang.IllegalStateException "
                                + "< .*MainTest.java:\\d+\\) < .*\n"),
                err.toString());
    }

    private static final class BrokenEnvironment extends java.util.AbstractMap<String, String> {
        @Override
        public java.util.Set<Map.Entry<String, String>> entrySet() {
            throw new IllegalStateException("broken\n");
        }
    }
}
