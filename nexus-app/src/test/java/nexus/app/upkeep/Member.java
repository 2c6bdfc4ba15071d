package nexus.app.upkeep;

import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;

/// A method or a field in a class file.
///
/// @param owner the internal name of the class, with slashes
/// @param type its descriptor; a method's begins with a parenthesis
record Member(String owner, String name, String type) {

    static final String CONSTRUCTOR = "<init>";

    static Member of(ClassModel owner, MethodModel method) {
        return new Member(
                CompiledCode.nameOf(owner),
                method.methodName().stringValue(),
                method.methodType().stringValue());
    }

    static Member of(ClassModel owner, FieldModel field) {
        return new Member(
                CompiledCode.nameOf(owner),
                field.fieldName().stringValue(),
                field.fieldType().stringValue());
    }

    /// The constructor without parameters.
    static Member constructor(String owner) {
        return new Member(owner, CONSTRUCTOR, "()V");
    }

    static Member main(String owner) {
        return new Member(owner, "main", "([Ljava/lang/String;)V");
    }

    boolean isMethod() {
        return type.startsWith("(");
    }

    boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }

    Member in(String otherOwner) {
        return new Member(otherOwner, name, type);
    }

    /// As one would name it in source: `nexus.app.log.Log.info(String)` without what the types are.
    @Override
    public String toString() {
        var type = owner.replace('/', '.');
        return isMethod() ? type + "." + name + "()" : type + "." + name;
    }
}
