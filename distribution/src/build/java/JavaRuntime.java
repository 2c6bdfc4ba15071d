import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// The JDK modules that Nexus brings along, linked from the JDK that builds it.
///
/// `java.se` is whole, so that foreign probes may use what they like of it. The application itself is not linked in:
/// it stays in `mods/`, where a probe's jar can be laid beside it.
record JavaRuntime(Path dir) {
    private static final List<String> MODULES = List.of(
            "java.se",
            "jdk.crypto.ec", // TLS with elliptic curves
            "jdk.charsets", // a server may answer in any of them
            "jdk.httpserver", // stand-ins of the demo, and handy for probes
            "jdk.jfr", // a look into a running program
            "jdk.jcmd", // the same, by hand: jcmd PID Thread.dump_to_file
            "jdk.management", // the bound of open files
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    /// Links, unless what is there was linked by the same JDK from the same list.
    void link() throws IOException {
        var made = dir.resolve("made-by.txt");
        var recipe = System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version") + "\n"
                + String.join("\n", MODULES) + "\n";
        if (Files.isRegularFile(made) && Files.readString(made).equals(recipe)) {
            return;
        }
        delete(dir);
        var jlink = ToolProvider.findFirst("jlink").orElseThrow(() -> new Complete.BrokenBuild("this JDK has no jlink"));
        var code = jlink.run(
                System.out,
                System.err,
                "--add-modules",
                String.join(",", MODULES),
                "--strip-debug",
                "--no-header-files",
                "--no-man-pages",
                "--compress",
                "zip-6",
                "--generate-cds-archive",
                "--output",
                dir.toString());
        if (code != 0) {
            throw new Complete.BrokenBuild("jlink ended with " + code);
        }
        replaceLinks(dir.resolve("legal"));
        // The archive for heaps of more than 32 GB: 14 MB for a program that is given 192 MB.
        Files.deleteIfExists(dir.resolve("lib/server/classes_nocoops.jsa"));
        Files.writeString(made, recipe);
    }

    /// The same licence text lies there once, and links lead to it: not every unzip can make those.
    private static void replaceLinks(Path legal) throws IOException {
        try (Stream<Path> all = Files.walk(legal)) {
            for (var link : all.filter(Files::isSymbolicLink).toList()) {
                var target = Files.readSymbolicLink(link);
                Files.delete(link);
                Files.writeString(link, "Please see " + target + "\n");
            }
        }
    }

    private static void delete(Path dir) throws IOException {
        if (!Files.exists(dir)) {
            return;
        }
        try (Stream<Path> all = Files.walk(dir)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
