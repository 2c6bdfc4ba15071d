package nexus.app.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/// Parses the text of a file.
final class TomlText {

    /// The parser quotes the token it stumbled over, which may be the start of an unquoted secret.
    private static final Pattern TOKEN = Pattern.compile("Unexpected '(.)[^']{2,}'", Pattern.DOTALL);

    private TomlText() {}

    /// @throws ConfigException if it isn't TOML 1.0, with the syntax errors alone: what a parser makes of the rest
    ///     after one of them misleads
    static TomlTable parse(String origin, String text) {
        var problems = new Problems();
        // Some editors start a file with a byte order mark.
        TomlParseResult result = parsed(origin, text.startsWith("\uFEFF") ? text.substring(1) : text);
        result.errors().forEach(error -> problems.add(where(origin, error), message(error)));
        problems.throwIfAny();
        return result;
    }

    private static TomlParseResult parsed(String origin, String text) {
        var problems = new Problems();
        try {
            return Toml.parse(text, TomlVersion.V1_0_0);
        } catch (TomlParseError error) {
            // tomlj collects its errors, but throws the one of a bad escape in the quoted key of a table's header.
            problems.add(where(origin, error), message(error));
            throw problems.exception();
        } catch (StackOverflowError _) {
            // The parser descends once a bracket.
            problems.add(Where.of(origin, ""), "arrays or tables are nested too deeply");
            throw problems.exception();
        }
    }

    private static Where where(String origin, TomlParseError error) {
        return new Where(origin, error.position().line(), error.position().column(), "");
    }

    private static String message(TomlParseError error) {
        Matcher token = TOKEN.matcher(error.getMessage());
        return "not valid TOML: " + Shown.sentence(token.replaceAll("Unexpected '$1...'"));
    }
}
