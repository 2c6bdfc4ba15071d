package nexus.app.upkeep;

import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where the use of code begins: what is started, what modules offer to others, and tests.
final class Roots {

    /// The package of the test kit, which is made for others as the SPI is.
    private static final String TEST_KIT = "nexus/spi/testkit";

    private static final Pattern TESTS = Pattern.compile(".*/(Test|ParameterizedTest|TestFactory|FuzzTest);");

    private final CompiledCode code;
    private final Reach reach;

    Roots(CompiledCode code, Reach reach) {
        this.code = code;
        this.reach = reach;
    }

    /// Classes with a `main` that the start script or the build names, services, and all that modules export.
    void reachProgram() {
        started().forEach(name -> reach.reach(Member.main(name)));
        Modules.descriptors().forEach(this::reachModule);
    }

    /// Every class with tests, its own or inherited, and what tests start as a process.
    void reachTests() {
        reachPublicOf(Set.of(TEST_KIT));
        for (var type : code.all()) {
            var name = CompiledCode.nameOf(type);
            if (!type.flags().has(AccessFlag.ABSTRACT) && hasTests(name)) {
                reach.reachInstances(name);
            }
            reach.reach(Member.main(name));
        }
    }

    private boolean hasTests(String name) {
        return code.ancestry(name).stream()
                .filter(code::isOurs)
                .flatMap(ancestor -> code.get(ancestor).methods().stream())
                .anyMatch(Roots::isTest);
    }

    private static boolean isTest(AttributedElement method) {
        return method.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(all -> all.annotations().stream())
                .anyMatch(annotation ->
                        TESTS.matcher(annotation.className().stringValue()).matches());
    }

    private static Set<String> started() {
        return Stream.of("distribution/src/main/dist/bin/nexus", "nexus-app/pom.xml")
                .map(Path::of)
                .map(Sources::text)
                .flatMap(text -> Pattern.compile("nexus\\.app\\.[a-z.]*[A-Z]\\w*")
                        .matcher(text)
                        .results())
                .map(found -> found.group().replace('.', '/'))
                .collect(Collectors.toSet());
    }

    private void reachModule(ModuleAttribute module) {
        module.provides().stream()
                .flatMap(service -> service.providesWith().stream())
                .forEach(provider -> reach.reachInstances(provider.asInternalName()));
        reachPublicOf(module.exports().stream()
                .map(export -> export.exportedPackage().name().stringValue())
                .collect(Collectors.toSet()));
    }

    private void reachPublicOf(Set<String> packages) {
        code.all().stream()
                .filter(type -> packages.contains(packageOf(type))
                        && isPublic(type.flags().flags()))
                .forEach(this::reachPublic);
    }

    private void reachPublic(ClassModel type) {
        reach.reachClass(CompiledCode.nameOf(type));
        type.methods().stream()
                .filter(method -> isPublic(method.flags().flags()))
                .forEach(method -> reach.reach(Member.of(type, method)));
        type.fields().stream()
                .filter(field -> isPublic(field.flags().flags()))
                .forEach(field -> reach.reach(Member.of(type, field)));
    }

    private static boolean isPublic(Set<AccessFlag> flags) {
        return flags.contains(AccessFlag.PUBLIC) || flags.contains(AccessFlag.PROTECTED);
    }

    private static String packageOf(ClassModel type) {
        var name = CompiledCode.nameOf(type);
        return name.substring(0, name.lastIndexOf('/'));
    }
}
