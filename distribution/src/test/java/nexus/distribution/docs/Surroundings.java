package nexus.distribution.docs;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import nexus.distribution.Packaged;

/// What the commands of a scene find around them.
final class Surroundings {

    /// The folder with `nexus` and the commands for hidden use.
    static final Path COMMANDS = Packaged.ROOT
            .resolve("distribution/src/test/resources/docs/bin")
            .toAbsolutePath()
            .normalize();

    private Surroundings() {}

    /// `./nexus` of a checkout, and the archive beside it.
    static void link(Path work) throws IOException {
        Files.createSymbolicLink(work.resolve("nexus"), COMMANDS.resolve("nexus"));
        var archive = "nexus-" + Packaged.VERSION + ".tar.gz";
        Files.createSymbolicLink(work.resolve(archive), Packaged.HOME.resolveSibling(archive));
    }

    /// Links lead out of the folder, of which JUnit warns when it deletes them.
    static void deleteLinks(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (var link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    /// The environment; of this machine's own only the PATH is in it.
    ///
    /// @param home   the unpacked program, which pages call `$NEXUS`; hidden commands call the sources `$CHECKOUT`
    /// @param folder the user's
    static Map<String, String> environment(Path home, Path folder, Path cache) {
        var path = COMMANDS + ":" + System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
        return Map.ofEntries(
                Map.entry("PATH", path),
                Map.entry("NEXUS", home.toString()),
                Map.entry("CHECKOUT", Packaged.ROOT.toString()),
                Map.entry("HOME", folder.toString()),
                Map.entry("XDG_CACHE_HOME", cache.toString()),
                Map.entry("NEXUS_AOT", "off"),
                Map.entry("LANG", "C.UTF-8"),
                Map.entry("TZ", "UTC"));
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
