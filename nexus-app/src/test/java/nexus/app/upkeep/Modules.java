package nexus.app.upkeep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The modules of this checkout, as Maven compiled them.
final class Modules {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Path DESCRIPTOR = Path.of("target", "classes", "module-info.class");

    private Modules() {}

    /// The folders of those that have a module descriptor.
    static List<Path> folders() {
        try (Stream<Path> all = Files.list(ROOT)) {
            return all.filter(folder -> Files.exists(folder.resolve(DESCRIPTOR)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> classes() {
        return folders().stream()
                .map(folder -> folder.resolve("target", "classes"))
                .toList();
    }

    static List<Path> testClasses() {
        return folders().stream()
                .map(folder -> folder.resolve("target", "test-classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    static List<ModuleAttribute> descriptors() {
        return folders().stream().map(Modules::descriptor).toList();
    }

    static ModuleAttribute descriptor(Path folder) {
        try {
            var parsed = ClassFile.of().parse(folder.resolve(DESCRIPTOR));
            return parsed.findAttribute(Attributes.module()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
