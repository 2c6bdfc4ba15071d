package nexus.app.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A backend's base URL in parts: users paste `...:1234`, `.../`, `.../v1` and mean the same.
///
/// @param tls    whether the scheme is `https`
/// @param host   a name or an IP literal, IPv6 without brackets
/// @param port   1 to 65535
/// @param prefix what stands before every path: empty, or starts with `/` and ends without one
public record BackendUrl(boolean tls, String host, int port, String prefix) {

    private static final String SCHEME = "a URL starts with http:// or https://";

    /// Not [URI#getHost()]: that knows no underscore, which names in container networks often have.
    private static final Pattern AUTHORITY =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]+(?:%[A-Za-z0-9._-]+)?])(?::([0-9]{1,6})?)?");

    /// Reads a URL: `http` or `https`; a trailing `/` and one trailing `/v1` are dropped, other prefixes kept.
    ///
    /// @throws IllegalArgumentException with a sentence for the user; it never repeats user info
    public static BackendUrl parse(String text) {
        URI uri = syntax(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException(SCHEME);
        }
        if (uri.getRawAuthority() != null && uri.getRawAuthority().indexOf('@') >= 0) {
            throw new IllegalArgumentException("a URL carries no user info; use api_key_env or headers");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("a base URL has no query and no fragment");
        }
        boolean tls = scheme.equals("https");
        Matcher authority = authority(uri);
        int port = authority.group(2) == null ? (tls ? 443 : 80) : Integer.parseInt(authority.group(2));
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("a port is 1 to 65535");
        }
        return new BackendUrl(tls, bare(authority.group(1)), port, prefix(uri.getRawPath()));
    }

    private static URI syntax(String text) {
        try {
            URI uri = new URI(text.strip());
            if (uri.getRawPath() != null && uri.getRawPath().chars().anyMatch(c -> c >= 0x7f)) {
                throw new IllegalArgumentException("a URL is written in ASCII, other characters as %XX");
            }
            return uri;
        } catch (URISyntaxException e) {
            if (!text.contains("://")) {
                throw new IllegalArgumentException(SCHEME);
            }
            throw new IllegalArgumentException("not a URL: " + e.getReason() + " at character " + (e.getIndex() + 1));
        }
    }

    private static Matcher authority(URI uri) {
        Matcher matcher = AUTHORITY.matcher(uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a URL names a host, like http://gpu-1:8001");
        }
        return matcher;
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static String prefix(String path) {
        String trimmed = withoutSlashes(path == null ? "" : path);
        return trimmed.endsWith("/v1") ? withoutSlashes(trimmed.substring(0, trimmed.length() - 3)) : trimmed;
    }

    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /// The value of a `Host` header: the port is left out where it is the scheme's own.
    public String authority() {
        String shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == (tls ? 443 : 80) ? shown : shown + ":" + port;
    }

    /// The URL as Nexus shows it: `http://gpu-1:8001/prefix`.
    @Override
    public String toString() {
        return (tls ? "https://" : "http://") + authority() + prefix;
    }
}
