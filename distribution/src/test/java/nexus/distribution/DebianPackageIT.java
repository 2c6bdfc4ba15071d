package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The `.deb`: what is in it, and what it tells the package manager. [DebianInstallIT] installs it.
class DebianPackageIT {

    @TempDir
    Path folder;

    @Test
    void saysWhatItIs() throws Exception {
        assertEquals("nexus", field("Package"));
        assertEquals(Packaged.VERSION, field("Version"));
        assertEquals(
                Tool.output(folder, List.of(Tool.installed("dpkg", "dpkg"), "--print-architecture"))
                        .strip(),
                field("Architecture"));
        assertEquals("libc6 (>= 2.17), adduser", field("Depends"));
        assertTrue(field("Maintainer").contains("<"), field("Maintainer"));
    }

    @Test
    void holdsTheProgramOfTheArchives() throws Exception {
        var unpacked = DebianPackage.unpack(folder);
        var program = unpacked.resolve("usr/lib/nexus");

        var wanted = new TreeSet<>(files(Packaged.HOME, "bin", "mods", "runtime"));
        wanted.remove("bin/nexus.cmd");
        assertEquals(wanted, files(program, "."));
        for (var file : wanted) {
            assertEquals(-1, Files.mismatch(Packaged.HOME.resolve(file), program.resolve(file)), file);
        }
        var started = Program.run(
                folder,
                Use.environment(folder),
                List.of(unpacked.resolve("usr/bin/nexus").toString(), "--version"));
        assertEquals("nexus " + Packaged.VERSION + "\n", started.out(), started.err());
    }

    @Test
    void putsTheRestWhereDebianHasIt() throws Exception {
        var unpacked = DebianPackage.unpack(folder);

        assertSame(Packaged.ROOT.resolve("nexus.example.toml"), unpacked.resolve("etc/nexus/nexus.toml"));
        assertSame(Tool.DOCS.resolve("nexus.service"), unpacked.resolve("usr/lib/systemd/system/nexus.service"));
        var documents = unpacked.resolve("usr/share/doc/nexus");
        for (var document :
                List.of("copyright", "README.md", "docs/install.md", "licenses/THIRD-PARTY.txt", "LICENSE")) {
            assertTrue(Files.isRegularFile(documents.resolve(document)), document);
        }
        assertSame(Packaged.HOME.resolve("nexus.cdx.json"), documents.resolve("nexus.cdx.json"));
        assertEquals(
                Path.of("/usr/local/lib/nexus/plugins"),
                Files.readSymbolicLink(unpacked.resolve("usr/lib/nexus/plugins")));
    }

    @Test
    void everythingInItIsRootsAndNobodyElseWrites() throws Exception {
        for (var line : DebianPackage.ask(folder, "--contents", DebianPackage.FILE.toString())
                .lines()
                .toList()) {
            assertTrue(line.matches("(l.{9}|[d-]rwxr-xr-x|-rw-r--r--) root/root .*"), line);
        }
    }

    @Test
    void theConfigurationIsTheAdministratorsAndEverySumIsRight() throws Exception {
        var control = DebianPackage.control(folder);
        var unpacked = DebianPackage.unpack(folder);

        assertEquals("/etc/nexus/nexus.toml\n", Files.readString(control.resolve("conffiles")));
        var sums = control.resolve("md5sums");
        Tool.output(folder, List.of("sh", "-c", "cd '" + unpacked + "' && md5sum --quiet --strict -c '" + sums + "'"));
        var summed = Files.readAllLines(sums).stream()
                .map(line -> line.replaceFirst("^\\S+ +(\\./)?", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(files(unpacked, "."), summed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postinst", "prerm", "postrm"})
    void itsScriptsCanBeRun(String name) throws Exception {
        var script = DebianPackage.control(folder).resolve(name);

        assertTrue(Files.isExecutable(script));
        Tool.output(folder, List.of("sh", "-n", script.toString()));
        assertTrue(Files.readString(script).contains("\nset -e\n"));
    }

    private String field(String name) throws Exception {
        return DebianPackage.ask(folder, "--field", DebianPackage.FILE.toString(), name)
                .strip();
    }

    private static void assertSame(Path wanted, Path packed) throws Exception {
        assertEquals(-1, Files.mismatch(wanted, packed), packed.toString());
    }

    /// The files in these folders below another, by their names from there; links aren't counted.
    private static Set<String> files(Path home, String... folders) throws Exception {
        var files = new TreeSet<String>();
        for (var folder : folders) {
            try (Stream<Path> all = Files.walk(home.resolve(folder).normalize())) {
                all.filter(file -> Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                        .map(file -> home.normalize().relativize(file).toString())
                        .forEach(files::add);
            }
        }
        return files;
    }
}
