package nexus.app.api;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// What a `Host` header says (RFC 9110, 7.2), or the authority of an `Origin`.
///
/// @param name    in lower case, without the dot at its end; an IPv6 address without its brackets
/// @param port    empty where none is written
/// @param literal an IP address, not a name: nobody can make it lead elsewhere
record HostHeader(String name, OptionalInt port, boolean literal) {

    private static final Pattern FORM =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45})]|([A-Za-z0-9_](?:[A-Za-z0-9._-]{0,252})))(?::(\\d{1,5}))?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final int MAX_PORT = 65_535;

    /// Empty for what is no host: user info, spaces, a path, a port that can't be.
    static Optional<HostHeader> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var port = form.group(3) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(form.group(3)));
        if (port.orElse(0) > MAX_PORT) {
            return Optional.empty();
        }
        if (form.group(1) != null) {
            return Optional.of(new HostHeader(form.group(1).toLowerCase(Locale.ROOT), port, true));
        }
        String name = plain(form.group(2));
        return Optional.of(new HostHeader(name, port, IPV4.matcher(name).matches()));
    }

    /// A name as it is compared: case means nothing, nor does the dot of the root.
    static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /// Whether this is the other, where a missing port is the scheme's.
    boolean sameAs(HostHeader other, String scheme) {
        int usual = scheme.equals("https") ? 443 : 80;
        return name.equals(other.name) && port.orElse(usual) == other.port.orElse(usual);
    }
}
