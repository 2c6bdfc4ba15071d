package nexus.app.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The forms of texts that more than one place must agree on.
final class Rules {

    static final String HEADER_VALUE = "a header's value: printable ASCII without spaces at its ends, or \"env:NAME\"";

    static final String DATABASE_URL =
            "a URL like \"jdbc:postgresql://db.example.com/nexus\", without a user or password"
                    + " (they have keys of their own)";

    private static final Pattern DATABASE = Pattern.compile("jdbc:postgresql://[^/@?\\s]+/[^/@?\\s]+([?][^@\\s]*)?");
    private static final Pattern PASSWORD = Pattern.compile("(?i)[?&](user|[a-z]*password)=");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9._-]{1,253}");
    private static final Pattern IPV6 =
            Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9._-]+)?");
    private static final Pattern NETWORK = Pattern.compile(
            "(?:([0-9]{1,3}(?:[.][0-9]{1,3}){3})|[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})/([0-9]{1,3})");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
    /// Variables are shouted by custom; a key pasted in place of its variable's name hardly ever is.
    private static final Pattern SHOWABLE_VARIABLE = Pattern.compile("[A-Z_][A-Z0-9_]{0,63}");
    /// RFC 9110, section 5.6.2.
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");
    /// What the exchange itself says about the connection and the answer it can read.
    private static final Set<String> OURS = Set.of(
            "host",
            "connection",
            "content-length",
            "transfer-encoding",
            "te",
            "trailer",
            "upgrade",
            "expect",
            "keep-alive",
            "proxy-connection",
            "accept-encoding");

    private Rules() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static boolean isHost(String text) {
        return HOST_NAME.matcher(text).matches()
                || IPV6.matcher(withoutBrackets(text)).matches();
    }

    static String withoutBrackets(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    /// An address and the number of its leading bits that count (RFC 4632, RFC 4291).
    static boolean isNetwork(String text) {
        Matcher network = NETWORK.matcher(text);
        if (!network.matches()) {
            return false;
        }
        boolean v4 = network.group(1) != null;
        return Integer.parseInt(network.group(2)) <= (v4 ? 32 : 128)
                && (!v4 || Arrays.stream(network.group(1).split("[.]")).allMatch(part -> Integer.parseInt(part) < 256));
    }

    static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches();
    }

    /// A variable's name for a message; a text that may be a key itself stays hidden.
    static String shownVariable(String name) {
        return SHOWABLE_VARIABLE.matcher(name).matches() ? name : "(name not shown)";
    }

    /// PostgreSQL's, without what must not be shown.
    static boolean isDatabaseUrl(String text) {
        return DATABASE.matcher(text).matches() && !PASSWORD.matcher(text).find();
    }

    static boolean isPath(String text) {
        return text.length() <= 1024
                && text.startsWith("/")
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '#');
    }

    /// RFC 9110, section 5.5, without the obsolete bytes: nothing that could end the line.
    static boolean isFieldValue(String text) {
        return text.length() <= 8192
                && text.equals(text.strip())
                && text.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f));
    }

    static String label(String name) {
        return name.isBlank() || name.length() > 64 ? "a label's name has 1 to 64 characters" : "";
    }

    static String header(String name) {
        if (!TOKEN.matcher(name).matches()) {
            return "a header's name is made of letters, digits and -_.!#$%&'*+^`|~";
        }
        return OURS.contains(name.toLowerCase(Locale.ROOT)) ? "Nexus sends this header itself" : "";
    }
}
