package nexus.distribution;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Makes a module's jar from sources, as a stranger's build would.
final class ModuleJar {

    private ModuleJar() {}

    /// Compiles and packs.
    ///
    /// @param jar        what to write; sources and classes go beside it, into folders of its name
    /// @param sources    texts by file name
    /// @param modulePath the only other modules that can be seen
    static Path write(Path jar, Path work, Map<String, String> sources, List<Path> modulePath) throws IOException {
        var name = jar.getFileName().toString();
        var source = Files.createDirectories(work.resolve(name + "-src"));
        var classes = Files.createDirectories(work.resolve(name + "-classes"));
        var files = new ArrayList<Path>();
        for (var file : sources.entrySet()) {
            files.add(Files.writeString(source.resolve(file.getKey()), file.getValue()));
        }
        compile(files, classes, modulePath);
        return pack(classes, jar);
    }

    private static void compile(List<Path> files, Path classes, List<Path> modulePath) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var said = new StringWriter();
        var options = new ArrayList<>(List.of("-d", classes.toString()));
        options.addAll(
                List.of("-p", modulePath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            if (!compiler.getTask(said, manager, null, options, null, units).call()) {
                throw new AssertionError(said);
            }
        }
    }

    private static Path pack(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> all = Files.walk(classes)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }
}
