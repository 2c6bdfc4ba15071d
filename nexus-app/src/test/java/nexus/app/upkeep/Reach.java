package nexus.app.upkeep;

import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What can be reached from a program's roots: by calls, reads, overriding, annotations and libraries that know a class
/// by a type of theirs. Errs on the side of the living.
final class Reach {

    private static final Pattern NAME = Pattern.compile("[\\w.$]+[.$]\\w+");

    private final CompiledCode code;
    private final Map<String, Set<String>> heirs = new HashMap<>();
    private final Set<String> classes = new HashSet<>();
    private final Map<String, Set<Member>> asked = new HashMap<>();
    private final Set<Member> members = new HashSet<>();
    private final Deque<MethodModel> unread = new ArrayDeque<>();

    Reach(CompiledCode code) {
        this.code = code;
        for (var type : code.all()) {
            var name = CompiledCode.nameOf(type);
            code.ancestry(name)
                    .forEach(ancestor -> heirs.computeIfAbsent(ancestor, _ -> new HashSet<>())
                            .add(name));
        }
    }

    boolean has(Member member) {
        return members.contains(member);
    }

    boolean has(String type) {
        return classes.contains(type);
    }

    /// Follows all that this class begins with, and what annotations and libraries ask of it.
    void reachClass(String name) {
        if (!code.isOurs(name) || !classes.add(name)) {
            return;
        }
        var type = code.get(name);
        mark(new Member(name, "<clinit>", "()V"));
        for (var ancestor : code.ancestry(name)) {
            reachClass(ancestor);
            List.copyOf(asked.getOrDefault(ancestor, Set.of())).forEach(member -> markIn(name, member));
        }
        code.calledByLibraries(name).forEach(this::reach);
        readAnnotations(name, type);
        type.methods().stream()
                .filter(method -> readAnnotations(name, method))
                .forEach(method -> reach(Member.of(type, method)));
        type.fields().stream()
                .filter(field -> readAnnotations(name, field))
                .forEach(field -> reachFilled(Member.of(type, field)));
    }

    /// What a text names: a class (`Outer$Inner`, or with its package), or a method of one (`Some#method`).
    private void reachNamed(String text) {
        var parts = text.split("#", 2);
        if (!NAME.matcher(parts[0]).matches()) {
            return;
        }
        var named = "/" + parts[0].replace('.', '/');
        code.all().stream()
                .filter(type -> ("/" + CompiledCode.nameOf(type)).endsWith(named))
                .forEach(type -> {
                    reachInstances(CompiledCode.nameOf(type));
                    CompiledCode.membersOf(type)
                            .filter(member -> member.name().equals(parts[parts.length - 1]))
                            .forEach(this::reach);
                });
    }

    /// A field that others write, with any value of its type.
    private void reachFilled(Member field) {
        reach(field);
        reachConstants(field.type().replaceAll("^L|;$", ""));
    }

    /// A class that is made by its name.
    void reachInstances(String name) {
        reachClass(name);
        reach(Member.constructor(name));
    }

    /// A method that is called, or a field that is read: in its class and in each heir that is reached, now or later.
    void reach(Member member) {
        if (!asked.computeIfAbsent(member.owner(), _ -> new HashSet<>()).add(member)) {
            return;
        }
        reachClass(member.owner());
        heirs.getOrDefault(member.owner(), Set.of()).stream()
                .filter(classes::contains)
                .forEach(heir -> markIn(heir, member));
    }

    private void markIn(String heir, Member member) {
        if (member.isConstructor()) {
            mark(member);
        } else {
            code.declared(member.in(heir)).ifPresent(this::mark);
        }
    }

    private void mark(Member member) {
        if (!code.members().containsKey(member) || !members.add(member)) {
            return;
        }
        reachClass(member.owner());
        if (code.members().get(member) instanceof MethodModel method) {
            unread.add(method);
        } else if (code.isRecord(member.owner())) {
            // A component that the record itself reads is no less used than one that is asked for.
            mark(new Member(member.owner(), member.name(), "()" + member.type()));
        }
    }

    /// Reads the bodies of what was reached, until nothing new is.
    Reach followed() {
        while (!unread.isEmpty()) {
            var method = unread.remove();
            method.code().map(Uses::of).ifPresent(uses -> follow(method, uses));
        }
        return this;
    }

    private void follow(MethodModel from, Uses uses) {
        uses.classes().forEach(this::reachClass);
        uses.constants().forEach(this::reachClass);
        uses.constants().forEach(this::reachConstants);
        uses.texts().forEach(this::reachNamed);
        if (!isMadeByTheCompiler(from)) {
            uses.members().forEach(this::reach);
            uses.members().stream()
                    .filter(member ->
                            member.name().equals("values") || member.name().equals("valueOf"))
                    .forEach(member -> reachConstants(member.owner()));
        }
    }

    /// An enum's array of its constants, and the tables for switches over it, name every constant.
    private static boolean isMadeByTheCompiler(MethodModel method) {
        return method.methodName().equalsString("$values")
                || method.parent().orElseThrow().flags().has(AccessFlag.SYNTHETIC);
    }

    private void reachConstants(String name) {
        if (code.isOurs(name) && code.get(name).flags().has(AccessFlag.ENUM)) {
            code.get(name).fields().stream()
                    .filter(field -> field.flags().has(AccessFlag.ENUM))
                    .forEach(field -> mark(Member.of(code.get(name), field)));
        }
    }

    /// Classes named in annotations are made by whoever reads the annotation, and methods named there are called.
    ///
    /// @return whether there is any annotation at all
    private boolean readAnnotations(String owner, AttributedElement element) {
        var annotations = element.findAttribute(Attributes.runtimeVisibleAnnotations());
        annotations.ifPresent(found -> found.annotations()
                .forEach(annotation -> annotation.elements().stream()
                        .map(AnnotationElement::value)
                        .flatMap(Reach::flat)
                        .forEach(value -> readValue(owner, value))));
        return annotations.isPresent();
    }

    private static Stream<AnnotationValue> flat(AnnotationValue value) {
        return value instanceof AnnotationValue.OfArray array ? array.values().stream() : Stream.of(value);
    }

    private void readValue(String owner, AnnotationValue value) {
        switch (value) {
            case AnnotationValue.OfClass type -> {
                var descriptor = type.className().stringValue();
                reachInstances(descriptor.substring(1, descriptor.length() - 1));
            }
            case AnnotationValue.OfString text -> {
                reachNamed(text.stringValue());
                reachNamed(owner.replace('/', '.') + "#" + text.stringValue());
            }
            default -> {}
        }
    }
}
