package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The `.deb` on this machine, from installing to purging. Only where that is allowed: as root, with
/// `NEXUS_TEST_INSTALL=1`, and with nothing of that name there before: others' programs are called Nexus too.
class DebianInstallIT {

    private static final Path ETC = Path.of("/etc/nexus");
    private static final Path STATE = Path.of("/var/lib/nexus");
    private static final Path CACHE = Path.of("/var/cache/nexus");
    private static final Path PROGRAM = Path.of("/usr/lib/nexus");

    @TempDir
    Path folder;

    private boolean ours;

    @BeforeEach
    void onlyWhereInstallingIsAllowed() throws Exception {
        assumeTrue("1".equals(System.getenv("NEXUS_TEST_INSTALL")), "NEXUS_TEST_INSTALL=1 would install the package");
        assertEquals("0", Tool.output(folder, List.of("id", "-u")).strip(), "installing needs root");
        for (var place : List.of(PROGRAM, ETC, STATE, CACHE)) {
            assertFalse(Files.exists(place), place + " is of a Nexus that is here: this test would harm it");
        }
        assertTrue(lookUpUser() != 0, "the user nexus is of a Nexus that is here: this test would harm it");
        ours = true;
    }

    @AfterEach
    void leaveNothing() throws Exception {
        if (ours) {
            Program.run(folder, System.getenv(), List.of("dpkg", "--purge", "nexus"));
            // What purging leaves, as it should.
            Program.run(folder, System.getenv(), List.of(Tool.installed("deluser", "adduser"), "--system", "nexus"));
            Program.run(folder, System.getenv(), List.of("rm", "-rf", STATE.toString()));
        }
    }

    @Test
    void isInstalledRunsIsUpgradedRemovedAndPurged() throws Exception {
        dpkg("--install", DebianPackage.FILE.toString());
        stopWhatWasStarted();
        assertEquals("nexus", Files.getOwner(STATE).getName());
        try (var backend = StandIn.ollama()) {
            var config = backend.configIn(ETC, "ollama");
            drainInOneRunOf(config);
            var changed = Files.readString(config);
            var state = Files.readString(STATE.resolve("nexus.state.toml"));

            // when it is upgraded, then the configuration and what was changed at run time are as they were
            dpkg(
                    "--install",
                    DebianPackage.upgrade(folder, Packaged.VERSION + "+1").toString());
            assertEquals(Packaged.VERSION + "+1", installedVersion());
            assertEquals(changed, Files.readString(config));
            assertEquals(state, Files.readString(STATE.resolve("nexus.state.toml")));
            isStillDrainedIn(config);

            // when it is removed, then only the program goes
            dpkg("--remove", "nexus");
            assertFalse(Files.exists(PROGRAM.resolve("bin/nexus")));
            assertEquals(changed, Files.readString(config));
            assertTrue(Files.exists(STATE.resolve("nexus.history.db")));
            assertEquals(0, lookUpUser());
        }

        // when it is purged, then nothing is left but the user
        Files.writeString(ETC.resolve("environment"), "KEY=secret\n");
        dpkg("--purge", "nexus");
        for (var gone : List.of(PROGRAM, ETC, STATE, CACHE)) {
            assertFalse(Files.exists(gone), gone.toString());
        }
        assertEquals(0, lookUpUser());
    }

    @Test
    void purgingLeavesAFolderThatWasThereBefore() throws Exception {
        var others = Files.writeString(Files.createDirectory(STATE).resolve("of-another-program"), "");
        dpkg("--install", DebianPackage.FILE.toString());
        stopWhatWasStarted();

        dpkg("--purge", "nexus");

        assertTrue(Files.exists(others));
        assertFalse(Files.exists(CACHE));
    }

    /// Where systemd runs, the service does now: this test starts its own, which two would disturb.
    private void stopWhatWasStarted() throws Exception {
        if (Files.isDirectory(Path.of("/run/systemd/system"))) {
            Tool.output(folder, List.of("systemctl", "stop", "nexus"));
        }
    }

    private void drainInOneRunOf(Path config) throws Exception {
        try (var nexus = startAsTheServiceDoes()) {
            nexus.await("new=Healthy");
            assertTrue(nexus(config, "health").out().contains("System Health: healthy"));
            assertEquals(0, nexus(config, "backends", "drain", "ollama").code());
            assertEquals(
                    "nexus", Files.getOwner(STATE.resolve("nexus.state.toml")).getName());
            nexus.terminate();
        }
    }

    private void isStillDrainedIn(Path config) throws Exception {
        try (var nexus = startAsTheServiceDoes()) {
            nexus.await("run-time changes are in force");
            assertTrue(nexus(config, "backends", "list").out().contains("draining"));
            nexus.terminate();
        }
    }

    /// What the installed unit starts, as its user, with its environment and without a single privilege.
    private Program startAsTheServiceDoes() throws Exception {
        var unit = ServiceUnit.read(Path.of("/usr/lib/systemd/system/nexus.service"));
        var command = new ArrayList<>(List.of(
                Tool.installed("setpriv", "util-linux"),
                "--reuid=" + unit.value("User"),
                "--regid=" + unit.value("Group"),
                "--clear-groups",
                "--inh-caps=-all",
                "--bounding-set=-all",
                "--no-new-privs"));
        command.addAll(List.of(unit.value("ExecStart").split(" ")));
        var environment = new HashMap<>(unit.environment());
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        // A rehearsal would outlive it; systemd ends all that a service has begun.
        environment.put("NEXUS_AOT", "off");
        return Program.start(Path.of("/"), environment, command);
    }

    /// A command, with no more than the configuration file of the service.
    private Program.Result nexus(Path config, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("/usr/bin/nexus"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-c", config.toString()));
        var environment = Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString(), "NEXUS_AOT", "off");
        return Program.run(folder, environment, command);
    }

    private void dpkg(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(Tool.installed("dpkg", "dpkg"), "--force-confnew"));
        command.addAll(List.of(arguments));
        Tool.output(folder, command);
    }

    private String installedVersion() throws Exception {
        return Tool.output(folder, List.of("dpkg-query", "--show", "--showformat=${Version}", "nexus"))
                .strip();
    }

    private int lookUpUser() throws Exception {
        return Program.run(folder, System.getenv(), List.of("getent", "passwd", "nexus"))
                .code();
    }
}
