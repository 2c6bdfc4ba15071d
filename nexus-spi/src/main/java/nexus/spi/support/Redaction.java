package nexus.spi.support;

import java.util.List;
import java.util.regex.Pattern;

/// Hides what looks like a key in one line of text.
final class Redaction {

    private static final String REDACTED = "[redacted]";

    /// Servers echo keys, whole or masked: OpenAI's 401 ("Incorrect API key provided: sk-ab***yz"), LiteLLM's
    /// ("Received API Key = sk-...abcd, Key Hash (Token) = ..."), proxies that quote the header.
    static final Pattern SECRET = Pattern.compile("(?i)"
            + "(?<=\\b(?:bearer|basic) )(?!token\\b|auth|prefix|scheme)[^\\s,;\"'`)]+"
            + "|(?<=\\b(?:provided|key|token|token\\)|secret|password) ?[=:] ?)[^\\s,;\"'`)]+"
            + "|\\b(?:sk[-_.]|(?:pk|rk|xai|nvapi|csk|pplx|glpat)-|(?:hf|gsk|ghp|r8)_)[^\\s,;\"'`)]+"
            + "|\\b(?:AIza|eyJ)[\\w.-]{8,}"
            // From a word's start or the last match's end alone: from anywhere, a long word would take quadratic time.
            + "|(?:(?<![^\\s,;\"'`(])|\\G)[^\\s,;\"'`(]*\\*{3,}[^\\s,;\"'`)]*"
            + "|(?<=://)[^/@\\s]+(?=@)"
            + "|\\b\\w{32,}\\b");

    /// With one of these a match may begin, at the start of a word.
    private static final List<String> BEGINNINGS = List.of(
            "bearer ", "basic ", "sk-", "sk_", "sk.", "pk-", "rk-", "xai-", "nvapi-", "csk-", "pplx-", "glpat-", "hf_",
            "gsk_", "ghp_", "r8_", "aiza", "eyj");

    /// Behind one of these and a colon or an equals sign a match may begin.
    private static final List<String> NAMES = List.of("provided", "key", "token", "token)", "secret", "password");

    private static final int LONG_WORD = 32;

    private Redaction() {}

    /// The line with `[redacted]` in place of each key.
    static String of(String line) {
        return mayHoldKey(line) ? SECRET.matcher(line).replaceAll(REDACTED) : line;
    }

    /// False only if nothing in the line matches; costs a tenth of matching. Failing checks ask this each time.
    private static boolean mayHoldKey(String line) {
        int word = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (isWord(c)) {
                if (word == 0 && beginsKey(line, i) || ++word == LONG_WORD) {
                    return true;
                }
            } else {
                word = 0;
                if (c == '*' || c == '@' || (c == ':' || c == '=') && isNameBefore(line, i)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    private static boolean beginsKey(String line, int at) {
        for (String beginning : BEGINNINGS) {
            if (line.regionMatches(true, at, beginning, 0, beginning.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNameBefore(String line, int at) {
        int end = at > 0 && line.charAt(at - 1) == ' ' ? at - 1 : at;
        for (String name : NAMES) {
            if (line.regionMatches(true, end - name.length(), name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }
}
