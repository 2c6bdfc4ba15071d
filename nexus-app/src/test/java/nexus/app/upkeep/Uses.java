package nexus.app.upkeep;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.util.HashSet;
import java.util.Set;

/// What the body of one method calls, reads and names. A field that is only written is not used.
///
/// @param constants classes named as values (`Status.class`): whoever gets one may do anything with the class
/// @param texts     string constants: some name a class
record Uses(Set<Member> members, Set<String> classes, Set<String> constants, Set<String> texts) {

    private static final String EQUALITY_OF_RECORDS = "java/lang/runtime/ObjectMethods";

    static Uses of(CodeModel body) {
        var uses = new Uses(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        body.forEach(uses::add);
        return uses;
    }

    private void add(CodeElement element) {
        switch (element) {
            case InvokeInstruction call ->
                members.add(new Member(
                        call.owner().asInternalName(),
                        call.name().stringValue(),
                        call.type().stringValue()));
            case FieldInstruction field
            when isRead(field.opcode()) ->
                members.add(new Member(
                        field.owner().asInternalName(),
                        field.name().stringValue(),
                        field.type().stringValue()));
            case FieldInstruction written -> classes.add(written.owner().asInternalName());
            case NewObjectInstruction made -> classes.add(made.className().asInternalName());
            case TypeCheckInstruction check -> classes.add(check.type().asInternalName());
            case ConstantInstruction.LoadConstantInstruction constant -> add(constant.constantValue());
            case InvokeDynamicInstruction dynamic -> addDynamic(dynamic);
            default -> {}
        }
    }

    private static boolean isRead(Opcode opcode) {
        return opcode == Opcode.GETFIELD || opcode == Opcode.GETSTATIC;
    }

    /// Lambdas, method references, labels of a switch. That a record's `equals` reads all its components doesn't count.
    private void addDynamic(InvokeDynamicInstruction dynamic) {
        if (!nameOf(dynamic.bootstrapMethod().owner()).equals(EQUALITY_OF_RECORDS)) {
            dynamic.bootstrapArgs().forEach(this::add);
        }
    }

    private void add(ConstantDesc constant) {
        switch (constant) {
            case DirectMethodHandleDesc handle -> addHandle(handle);
            case ClassDesc type when type.isClassOrInterface() -> constants.add(nameOf(type));
            case String text -> texts.add(text);
            case DynamicConstantDesc<?> dynamic -> addDynamic(dynamic);
            default -> {}
        }
    }

    private void addHandle(DirectMethodHandleDesc handle) {
        members.add(new Member(nameOf(handle.owner()), handle.methodName(), handle.lookupDescriptor()));
    }

    /// A label of a switch over an enum is one: it tells the constant apart, and makes nobody its user.
    private void addDynamic(DynamicConstantDesc<?> constant) {
        for (var argument : constant.bootstrapArgs()) {
            add(argument);
        }
    }

    private static String nameOf(ClassDesc type) {
        var descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }
}
