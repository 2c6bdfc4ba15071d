package nexus.app.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/// Parses a text.
final class TomlText {

    /// The parser makes an object of every character, and needs some 180 bytes for each until it is done.
    static final int MOST_AT_ONCE = 256 * 1024;

    /// The parser quotes the token it stumbled over, which may be the start of an unquoted secret.
    private static final Pattern TOKEN = Pattern.compile("Unexpected '(.)[^']{2,}'", Pattern.DOTALL);

    /// What a value may start with, in the parser's words.
    private static final String QUOTES = "', \", ''', \"\"\"";

    /// Quotation marks that word processors put in place of straight ones.
    private static final Pattern CURLY = Pattern.compile("Unexpected '(?:[\u2018-\u201f]|\\\\u201[89a-f])");

    private TomlText() {}

    /// Adds a problem for each syntax error. After one, what the parser makes of the rest misleads.
    static TomlTable parse(TomlPart part, String text, Problems problems) {
        if (text.length() > MOST_AT_ONCE) {
            problems.add(
                    Where.of(part.origin(), ""),
                    "holds more than " + MOST_AT_ONCE + " characters beside plain [[backends]] entries");
            return Toml.parse("");
        }
        try {
            TomlParseResult result = Toml.parse(text, TomlVersion.V1_0_0);
            result.errors().forEach(error -> add(part, error, problems));
            return result;
        } catch (TomlParseError error) {
            // tomlj collects its errors, but throws the one of a bad escape in the quoted key of a table's header.
            add(part, error, problems);
        } catch (StackOverflowError _) {
            // The parser descends once a bracket.
            problems.add(Where.of(part.origin(), ""), "arrays or tables are nested too deeply");
        }
        return Toml.parse("");
    }

    private static void add(TomlPart part, TomlParseError error, Problems problems) {
        Matcher token = TOKEN.matcher(error.getMessage());
        String message = token.replaceAll("Unexpected '$1...'").replace(QUOTES, "a string in quotes");
        problems.add(part.where(error.position(), ""), "not valid TOML: " + Shown.sentence(message) + curly(error));
    }

    private static String curly(TomlParseError error) {
        return CURLY.matcher(error.getMessage()).find() ? "; the quotes of TOML are straight: \" or '" : "";
    }
}
