package nexus.app.upkeep;

import java.lang.classfile.AttributedElement;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What somebody wrote and nothing reaches.
final class Unreached {

    private static final Constants CONSTANTS = new Constants();

    private final CompiledCode code;
    private final Reach reach;

    Unreached(CompiledCode code, Reach reach) {
        this.code = code;
        this.reach = reach;
    }

    Stream<String> classes() {
        return code.all().stream()
                .filter(this::isDead)
                .map(type -> CompiledCode.nameOf(type).replace('/', '.'));
    }

    /// Of the classes that live.
    Stream<Member> members() {
        return code.members().entrySet().stream()
                .filter(entry -> !reach.has(entry.getKey()))
                .filter(entry -> !isDead(code.get(entry.getKey().owner())))
                .filter(entry -> isWritten(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey);
    }

    private boolean isDead(ClassModel type) {
        return !reach.has(CompiledCode.nameOf(type)) && !CONSTANTS.anyIsUsed(type);
    }

    /// Whether somebody wrote it, and its use would be seen in class files.
    private boolean isWritten(Member member, AttributedElement element) {
        var owner = code.get(member.owner());
        return switch (element) {
            case MethodModel method -> !method.flags().has(AccessFlag.SYNTHETIC) && isWritten(member, method, owner);
            case FieldModel field ->
                !field.flags().has(AccessFlag.SYNTHETIC)
                        && !code.isRecord(member.owner())
                        && !member.name().equals("serialVersionUID")
                        && !CONSTANTS.isUsed(owner, field);
            default -> throw new IllegalStateException(member.toString());
        };
    }

    /// The compiler writes two methods of each enum. A private constructor is written so that nobody calls it.
    private static boolean isWritten(Member member, MethodModel method, ClassModel owner) {
        var ofEachEnum = owner.flags().has(AccessFlag.ENUM)
                && Set.of("values", "valueOf").contains(member.name());
        var againstInstances =
                method.flags().has(AccessFlag.PRIVATE) && member.equals(Member.constructor(member.owner()));
        return !ofEachEnum && !againstInstances;
    }
}
