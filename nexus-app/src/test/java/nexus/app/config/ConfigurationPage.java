package nexus.app.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The part of `docs/configuration.md` that the schema says: every section, every key.
final class ConfigurationPage {

    private static final String START = "<!-- made of the schema: scripts/renew-docs -->\n";
    private static final String END = "<!-- end -->\n";

    private ConfigurationPage() {}

    /// The page with the part that it should have.
    static String renewed(String page, List<KeyReference.Section> sections) {
        int start = page.indexOf(START) + START.length();
        int end = page.indexOf(END, start);
        if (start < START.length() || end < 0) {
            throw new AssertionError("docs/configuration.md lacks the line " + START + " or " + END);
        }
        return page.substring(0, start) + "\n" + contents(sections) + "\n"
                + sections.stream().map(ConfigurationPage::section).collect(Collectors.joining())
                + page.substring(end);
    }

    private static String contents(List<KeyReference.Section> sections) {
        return "| section | its keys |\n|---|---|\n"
                + sections.stream()
                        .map(section -> "| `" + section.header() + "` | " + links(section) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String links(KeyReference.Section section) {
        return section.keys().stream()
                .map(key -> "[" + key.name() + "](#" + key.fullName().replace(".", "") + ")")
                .collect(Collectors.joining(" "));
    }

    private static String section(KeyReference.Section section) {
        return "### `" + section.header() + "`\n\n" + sentence(section.about()) + "\n\n"
                + section.keys().stream().map(ConfigurationPage::key).collect(Collectors.joining());
    }

    private static String key(KeyReference key) {
        return "#### `" + key.fullName() + "`\n\n" + sentence(key.about()) + "\n\n"
                + "- takes " + key.allowed() + "\n"
                + "- default: " + (key.literal() ? "`" + key.unset() + "`" : key.unset()) + "\n"
                + (key.setBy().isEmpty() ? "" : "- overridden by: " + code(key.setBy()) + "\n")
                + "- reload: " + key.reload() + "\n"
                + "- example: `" + key.example() + "`\n\n";
    }

    private static String code(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static String sentence(String text) {
        return text.matches("(?s)(true|false): .*")
                ? text.replaceFirst("^([a-z]+)", "`$1`") + "."
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + ".";
    }
}
