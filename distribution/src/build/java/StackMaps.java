import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Gives the classes of a jar that were compiled for Java 5 what later ones have: stack maps, by which the JVM verifies
/// them in one pass. Without them its AOT cache can't keep a class, and each start reads and verifies it anew: of
/// picocli's, which every command needs, 170. The code stays as it was, instruction for instruction.
record StackMaps(Path jar) {
    private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;

    /// Rewrites the jar, unless all its classes have them. The bytes depend on the jar's alone.
    void add() throws IOException {
        var rewritten = jar.resolveSibling(jar.getFileName() + ".tmp");
        boolean changed = false;
        try (var from = new JarFile(jar.toFile());
                var to = new ZipOutputStream(Files.newOutputStream(rewritten))) {
            var compiler = ClassFile.of(
                    StackMapsOption.GENERATE_STACK_MAPS,
                    ConstantPoolSharingOption.NEW_POOL, // with the old pool, code would be copied as it is
                    ClassHierarchyResolverOption.of(hierarchy(from)));
            for (var entry : Collections.list(from.entries())) {
                var bytes = from.getInputStream(entry).readAllBytes();
                if (isOld(entry, bytes)) {
                    bytes = newer(compiler, bytes);
                    changed = true;
                }
                var copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                to.putNextEntry(copy);
                to.write(bytes);
            }
        }
        if (changed) {
            Files.move(rewritten, jar, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(rewritten);
        }
    }

    private static boolean isOld(ZipEntry entry, byte[] bytes) {
        return entry.getName().endsWith(".class") && ((bytes[6] & 0xff) << 8 | bytes[7] & 0xff) < FIRST_WITH_STACK_MAPS;
    }

    private static byte[] newer(ClassFile compiler, byte[] bytes) {
        ClassTransform version = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            } else {
                builder.with(element);
            }
        };
        // Each instruction is given on by itself, or the stack maps of a method would not be made.
        var code = ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element));
        var result = compiler.transformClass(compiler.parse(bytes), version.andThen(code));
        compiler.verify(result).stream().findFirst().ifPresent(error -> {
            throw new Complete.BrokenBuild("a class can't be given stack maps: " + error.getMessage());
        });
        return result;
    }

    /// Where two branches meet, what they have in common is asked of the jar, and of the JDK.
    private static ClassHierarchyResolver hierarchy(JarFile jar) {
        return ClassHierarchyResolver.defaultResolver()
                .orElse(ClassHierarchyResolver.ofResourceParsing((ClassDesc type) -> {
                    var name = type.descriptorString();
                    var entry = jar.getEntry(name.substring(1, name.length() - 1) + ".class");
                    try {
                        return entry == null ? null : jar.getInputStream(entry);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }
}
