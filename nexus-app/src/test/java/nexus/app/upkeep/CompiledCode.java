package nexus.app.upkeep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Class files of ours, and what they inherit from libraries. Names are internal ones, with slashes.
final class CompiledCode {

    private final Map<String, ClassModel> ours = new TreeMap<>();
    private final Map<Member, AttributedElement> members = new HashMap<>();
    private final Map<String, Set<String>> ancestries = new HashMap<>();
    private final Map<String, Optional<ClassModel>> libraries = new HashMap<>();

    /// @param folders each the root of a tree of class files
    CompiledCode(Collection<Path> folders) {
        for (var folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".class")).forEach(this::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void add(Path file) {
        try {
            var type = ClassFile.of().parse(file);
            // Module descriptors are all named alike, and packages are no code.
            if (!type.isModuleInfo() && !nameOf(type).endsWith("/package-info")) {
                ours.put(nameOf(type), type);
                type.methods().forEach(method -> members.put(Member.of(type, method), method));
                type.fields().forEach(field -> members.put(Member.of(type, field), field));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Collection<ClassModel> all() {
        return ours.values();
    }

    boolean isOurs(String name) {
        return ours.containsKey(name);
    }

    boolean isRecord(String name) {
        return ours.get(name).findAttribute(Attributes.record()).isPresent();
    }

    ClassModel get(String name) {
        return ours.get(name);
    }

    /// The class itself, then what it extends and implements, ours or not.
    Set<String> ancestry(String name) {
        var known = ancestries.get(name);
        if (known == null) {
            known = new LinkedHashSet<>();
            collectAncestry(name, known);
            ancestries.put(name, known);
        }
        return known;
    }

    private void collectAncestry(String name, Set<String> into) {
        if (into.add(name)) {
            find(name).ifPresent(type -> parents(type).forEach(parent -> collectAncestry(parent, into)));
        }
    }

    private static Stream<String> parents(ClassModel type) {
        return Stream.concat(type.superclass().stream(), type.interfaces().stream())
                .map(ClassEntry::asInternalName);
    }

    /// Where a member that is asked for in this class is really declared, if that is in our code.
    Optional<Member> declared(Member asked) {
        return ancestry(asked.owner()).stream()
                .map(asked::in)
                .filter(members::containsKey)
                .findFirst();
    }

    /// Every method and field of ours, with what the class file says of it.
    Map<Member, AttributedElement> members() {
        return members;
    }

    /// What libraries may call of a class that they know by a type of their own.
    List<Member> calledByLibraries(String name) {
        return ancestry(name).stream()
                .filter(ancestor -> !isOurs(ancestor))
                .flatMap(ancestor -> find(ancestor).stream())
                .flatMap(library -> library.methods().stream()
                        .filter(CompiledCode::canBeOverridden)
                        .map(method -> Member.of(library, method).in(name)))
                .distinct()
                .toList();
    }

    private static boolean canBeOverridden(MethodModel method) {
        return !method.flags().has(AccessFlag.STATIC)
                && !method.flags().has(AccessFlag.PRIVATE)
                && !method.methodName().equalsString(Member.CONSTRUCTOR);
    }

    private Optional<ClassModel> find(String name) {
        var own = ours.get(name);
        return own != null ? Optional.of(own) : libraries.computeIfAbsent(name, CompiledCode::library);
    }

    private static Optional<ClassModel> library(String name) {
        try (InputStream bytes = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return bytes == null ? Optional.empty() : Optional.of(ClassFile.of().parse(bytes.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Member> membersOf(ClassModel type) {
        return Stream.concat(
                type.methods().stream().map(method -> Member.of(type, method)),
                type.fields().stream().map(field -> Member.of(type, field)));
    }

    static String nameOf(ClassModel type) {
        return type.thisClass().asInternalName();
    }
}
