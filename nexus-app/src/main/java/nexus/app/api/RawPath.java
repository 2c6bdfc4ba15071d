package nexus.app.api;

import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/// The path as the client sent it: decoded only once it is cut, so that `%2F` in an id is a slash of that id.
final class RawPath {

    private RawPath() {}

    /// What follows a prefix, decoded. Empty for malformed percent signs, and for a path that leads to the
    /// prefix by detours (`/x/../v1/models/y`): routing unwinds those, but where the rest starts is not
    /// sure then.
    static Optional<String> rest(ServerRequest request, String prefix) {
        String raw = withoutAuthority(request.path().rawPath());
        return raw.startsWith(prefix) ? Percent.inPath(raw.substring(prefix.length())) : Optional.empty();
    }

    /// What stands between a prefix and an end, as [#rest]; empty too for a path without that end.
    static Optional<String> between(ServerRequest request, String prefix, String end) {
        return rest(request, prefix)
                .filter(rest -> rest.endsWith(end))
                .map(rest -> rest.substring(0, rest.length() - end.length()));
    }

    /// Requests that are made for a proxy carry the whole URL: `GET http://nexus/health`.
    private static String withoutAuthority(String raw) {
        int scheme = raw.startsWith("/") ? -1 : raw.indexOf("://");
        int path = scheme < 0 ? -1 : raw.indexOf('/', scheme + 3);
        return path < 0 ? raw : raw.substring(path);
    }
}
