package nexus.app.api;

import java.util.Optional;

/// Who may do what, decided from a request's head alone. Thread-safe.
///
/// Reading is open to whoever reaches the server by one of its names. A change needs more: no web page of
/// another origin may ask for it, and the token has to be there if one is configured, or if the server is
/// reached from beyond this machine.
final class AccessRules {

    /// What comes of a request.
    sealed interface Decision {}

    record Allowed() implements Decision {}

    /// @param message one line for the person who asks, with what to do
    /// @param code    a word for programs
    record Refused(int status, String message, String code) implements Decision {}

    static final String WRONG_TOKEN = "wrong_token";

    private static final Decision ALLOWED = new Allowed();
    private static final Decision NO_HOST =
            new Refused(400, "the request needs one well-formed Host header", "invalid_host");
    private static final Decision OTHER_HOST = new Refused(
            421,
            "this Nexus is not known by the name in the Host header; if it should be, add the name to [server]"
                    + " allowed_hosts",
            "host_not_allowed");
    private static final Decision FOREIGN =
            new Refused(403, "a web page of another origin may not change anything here", "foreign_origin");
    private static final Decision READ_ONLY = new Refused(
            403,
            "this Nexus is read-only: it listens beyond loopback without a token; set [server] admin_token_env",
            "read_only");
    private static final Decision NO_TOKEN = new Refused(
            401, "changes need the token of [server] admin_token_env: Authorization: Bearer TOKEN", "token_needed");
    private static final Decision BAD_TOKEN =
            new Refused(401, "this is not the token of [server] admin_token_env", WRONG_TOKEN);

    private final Access access;
    private final Optional<AccessToken> token;
    /// The `Host` that last was ours: who asks often sends the same again and again.
    private volatile Optional<String> known = Optional.empty();

    AccessRules(Access access) {
        this.access = access;
        this.token = access.token().map(AccessToken::new);
    }

    /// Whether a method only reads (RFC 9110, 9.2.1). `TRACE` would too, but nobody needs it.
    static boolean isSafe(String method) {
        return method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    /// The arguments are the request's method and its headers of these names; a header that is there twice comes as
    /// one with a comma, which is malformed for all of them.
    Decision decide(
            String method,
            Optional<String> host,
            Optional<String> origin,
            Optional<String> secFetchSite,
            Optional<String> authorization) {
        if (isSafe(method) && host.isPresent() && host.equals(known)) {
            return ALLOWED;
        }
        var named = host.flatMap(HostHeader::parse);
        if (named.isEmpty()) {
            return NO_HOST;
        }
        if (access.checksHosts() && !isOurs(named.get())) {
            return OTHER_HOST;
        }
        if (isSafe(method)) {
            known = host;
            return ALLOWED;
        }
        return isForeign(named.get(), origin, secFetchSite) ? FOREIGN : changed(authorization);
    }

    private boolean isOurs(HostHeader host) {
        String name = host.name();
        return host.literal()
                || name.equals("localhost")
                || name.endsWith(".localhost")
                || name.equals(HostHeader.plain(access.host()))
                || access.allowedHosts().contains(name)
                || isMachine(name);
    }

    private boolean isMachine(String name) {
        String own = access.ownName().get();
        return !own.isEmpty() && (name.equals(own) || name.equals(own + ".local"));
    }

    /// Browsers tell where a page comes from, and pages can't keep them from it.
    private boolean isForeign(HostHeader host, Optional<String> origin, Optional<String> secFetchSite) {
        boolean otherSite = secFetchSite
                .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                .isPresent();
        return otherSite || origin.filter(page -> !isOwn(page, host)).isPresent();
    }

    private boolean isOwn(String origin, HostHeader host) {
        int end = origin.indexOf("://");
        if (end < 0) {
            return false; // "null", among others
        }
        String scheme = origin.substring(0, end);
        // A listed name may be that of a proxy which speaks TLS for this server.
        boolean ours = scheme.equals(access.tls() ? "https" : "http")
                || scheme.equals("https") && access.allowedHosts().contains(host.name());
        return ours
                && HostHeader.parse(origin.substring(end + 3))
                        .filter(page -> page.sameAs(host, scheme))
                        .isPresent();
    }

    private Decision changed(Optional<String> authorization) {
        if (token.isEmpty()) {
            return access.readOnly() ? READ_ONLY : ALLOWED;
        }
        if (authorization.isEmpty()) {
            return NO_TOKEN;
        }
        return token.get().isCarriedBy(authorization.get()) ? ALLOWED : BAD_TOKEN;
    }
}
