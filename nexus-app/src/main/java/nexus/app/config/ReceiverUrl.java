package nexus.app.config;

import java.util.Objects;

/// Where somebody is told. Path and query may be all that keeps strangers out, as with Slack and Discord: they are
/// never shown.
///
/// @param server scheme, host and port; without a prefix
/// @param target path and query, starts with `/`
public record ReceiverUrl(BackendUrl server, Secret target) {

    private static final int LONGEST = 4096;

    public ReceiverUrl {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(target, "target");
    }

    /// @throws IllegalArgumentException with a sentence for the user that repeats nothing of the URL
    public static ReceiverUrl parse(String text) {
        String url = text.strip();
        int scheme = url.indexOf("://");
        int end = scheme < 0 ? url.length() : end(url, scheme + 3);
        String target = url.substring(end);
        if (target.length() > LONGEST || target.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
            throw new IllegalArgumentException("a URL is written in ASCII, other characters as %XX");
        }
        if (target.indexOf('#') >= 0) {
            throw new IllegalArgumentException("the URL of a receiver has no fragment");
        }
        return new ReceiverUrl(
                BackendUrl.parse(url.substring(0, end)), new Secret(target.startsWith("/") ? target : "/" + target));
    }

    private static int end(String url, int from) {
        int end = from;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /// As far as anybody may see it: `https://hooks.slack.com`.
    @Override
    public String toString() {
        return server.toString();
    }
}
