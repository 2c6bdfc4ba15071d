package nexus.app.upkeep;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Constants whose value the compiler copies to their users: who uses them stands in the sources alone.
final class Constants {

    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern QUALIFIED = Pattern.compile("(?=\\b(\\w+\\.\\w+)\\b)");

    private final Map<String, Map<String, Integer>> wordsOfFiles = new HashMap<>();
    private final Set<String> qualified = new HashSet<>();

    Constants() {
        Sources.java().forEach(file -> {
            var text = Sources.withoutComments(file);
            var words = wordsOfFiles.computeIfAbsent(file.getFileName().toString(), _ -> new HashMap<>());
            WORD.matcher(text).results().forEach(word -> words.merge(word.group(), 1, Integer::sum));
            QUALIFIED.matcher(text).results().forEach(name -> qualified.add(name.group(1)));
        });
    }

    boolean anyIsUsed(ClassModel owner) {
        return owner.fields().stream().anyMatch(field -> isUsed(owner, field));
    }

    /// Whether this field is such a constant, and is named again in its own file, or with its class's name elsewhere.
    boolean isUsed(ClassModel owner, FieldModel field) {
        if (field.findAttribute(Attributes.constantValue()).isEmpty()) {
            return false;
        }
        var type = CompiledCode.nameOf(owner);
        var name = field.fieldName().stringValue();
        var file = type.replaceAll(".*/|\\$.*", "") + ".java";
        return wordsOfFiles.getOrDefault(file, Map.of()).getOrDefault(name, 0) > 1
                || qualified.contains(type.replaceAll(".*[/$]", "") + "." + name);
    }
}
