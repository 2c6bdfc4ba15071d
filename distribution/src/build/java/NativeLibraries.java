import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Takes the libraries of other systems out of SQLite's jar in `mods/`: 11 of its 12 MB. The runtime beside it is for one
/// system anyway; the single jar keeps them all.
record NativeLibraries(Path mods) {
    private static final String FOLDER = "org/sqlite/native/";
    private static final Map<String, String> PROCESSORS = Map.of("amd64", "x86_64");

    void keepOwn() throws IOException {
        for (var jar : jars()) {
            var smaller = jar.resolveSibling(jar.getFileName() + ".new");
            var time = Files.getLastModifiedTime(jar);
            try (var file = new ZipFile(jar.toFile())) {
                var entries = file.stream().toList();
                // On a system that it has no library for, nothing is taken: that is for the program to say.
                if (entries.stream().noneMatch(entry -> isOwn(entry.getName()))) {
                    continue;
                }
                write(smaller, file, entries.stream().filter(NativeLibraries::isKept).toList());
            }
            Files.move(smaller, jar, StandardCopyOption.REPLACE_EXISTING);
            // bin/nexus looks at names, sizes and times to see whether a jar has changed.
            Files.setLastModifiedTime(jar, time);
        }
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> all = Files.list(mods)) {
            return all.filter(jar -> jar.getFileName().toString().startsWith("sqlite-jdbc-"))
                    .toList();
        }
    }

    private static boolean isKept(ZipEntry entry) {
        return !entry.getName().startsWith(FOLDER) || isOwn(entry.getName());
    }

    /// Whether it is meant for the system that builds; on Linux for either of the two C libraries.
    private static boolean isOwn(String name) {
        return systems().stream().anyMatch(system -> name.startsWith(FOLDER + system + "/" + processor() + "/"));
    }

    /// Where the driver's jar has this library for the system that builds.
    static String nameOf(String library) {
        return FOLDER + systems().getFirst() + "/" + processor() + "/" + library;
    }

    private static List<String> systems() {
        var name = System.getProperty("os.name");
        return name.startsWith("Windows")
                ? List.of("Windows")
                : name.startsWith("Mac") ? List.of("Mac") : List.of(name, name + "-Musl");
    }

    private static String processor() {
        var name = System.getProperty("os.arch");
        return PROCESSORS.getOrDefault(name, name);
    }

    /// Entries keep their order and times, so that two builds make the same bytes.
    private static void write(Path jar, ZipFile file, List<? extends ZipEntry> entries) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var entry : entries) {
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                file.getInputStream(entry).transferTo(out);
                out.closeEntry();
            }
        }
    }
}
