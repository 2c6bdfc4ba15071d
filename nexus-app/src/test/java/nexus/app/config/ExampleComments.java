package nexus.app.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The comments of `nexus.example.toml`, made of what the schema says of each key. Where a key stands, with
/// which value, and all else that the file says is the author's.
final class ExampleComments {

    private static final Pattern HEADER = Pattern.compile("(?:# )?\\[\\[?(\\w+)]]?");
    private static final Pattern KEY = Pattern.compile("((?:# )?)([a-z_.]+) = (.*?)(?: +#.*)?");
    private static final Pattern CONTINUED = Pattern.compile("#? {8,}# .*");

    private static final int COLUMN = 32;
    private static final int WIDTH = 118;

    private final Map<String, KeyReference> keys;
    private final Set<String> explained = new HashSet<>();
    private final List<String> lines = new ArrayList<>();

    private ExampleComments(List<KeyReference.Section> sections) {
        keys = sections.stream()
                .flatMap(section -> section.keys().stream())
                .collect(Collectors.toMap(KeyReference::fullName, Function.identity()));
    }

    /// The text with the comments that it should have.
    ///
    /// @throws AssertionError if it names a key that there is not, or lacks one
    static String renewed(String text, List<KeyReference.Section> sections) {
        var comments = new ExampleComments(sections);
        String section = "";
        for (String line : text.lines().toList()) {
            Matcher header = HEADER.matcher(line);
            Matcher key = KEY.matcher(line);
            if (header.matches()) {
                section = header.group(1);
                comments.lines.add(line);
            } else if (key.matches() && !section.isEmpty()) {
                comments.explain(section, key);
            } else if (!CONTINUED.matcher(line).matches()) {
                comments.lines.add(line);
            }
        }
        var missing = new HashSet<>(comments.keys.keySet());
        missing.removeAll(comments.explained);
        if (!missing.isEmpty()) {
            throw new AssertionError("nexus.example.toml lacks " + missing);
        }
        return String.join("\n", comments.lines) + "\n";
    }

    /// A key is explained where it stands for the first time.
    private void explain(String section, Matcher line) {
        String name = section + "." + line.group(2);
        KeyReference key = keys.get(name);
        if (key == null) {
            throw new AssertionError("nexus.example.toml names " + name + ", which is no key");
        }
        String setting = line.group(1) + line.group(2) + " = " + line.group(3);
        if (!explained.add(name)) {
            lines.add(setting);
            return;
        }
        int column = Math.max(COLUMN, (setting.length() + 5) / 4 * 4);
        List<String> comment = wrapped(comment(key, line.group(3)), WIDTH - column);
        String blank = line.group(1).isEmpty() ? " ".repeat(column) : "#" + " ".repeat(column - 1);
        lines.add(setting + " ".repeat(column - setting.length()) + "# " + comment.getFirst());
        comment.stream().skip(1).map(rest -> blank + "# " + rest).forEach(lines::add);
    }

    private static String comment(KeyReference key, String value) {
        String range = key.range().isEmpty() ? "" : " (" + key.range() + ")";
        boolean known = key.isRequired()
                || key.unset().equals(value)
                || key.unset().matches("none|\\[]|\\{}")
                || key.brief().contains(key.unset());
        return key.brief() + range + (known ? "" : (key.literal() ? "; default: " : "; unset: ") + key.unset());
    }

    private static List<String> wrapped(String text, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
