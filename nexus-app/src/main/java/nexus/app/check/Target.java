package nexus.app.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nexus.app.config.BackendConfig;
import nexus.app.config.OnParseError;
import nexus.app.exchange.Endpoint;
import nexus.app.exchange.RequestBytes;
import nexus.spi.BackendProbe;
import nexus.spi.FollowUp;

/// All that a check of one backend needs, made once: where to, what to ask, how to read it.
///
/// @param path       of the deciding question, `health_path` included
/// @param question   the deciding request
/// @param followUps  the requests of the probe's follow-ups, in their order
/// @param secrets    texts that must not appear in any cause
record Target(
        BackendConfig config,
        BackendProbe probe,
        Endpoint endpoint,
        String path,
        byte[] question,
        List<FollowUpRequest> followUps,
        int maxBodyBytes,
        List<String> secrets) {

    private static final String USER_AGENT = "nexus-health-checker";

    /// A follow-up and its request.
    record FollowUpRequest(FollowUp followUp, byte[] request) {}

    static Target of(BackendConfig config, BackendProbe probe, Endpoint endpoint, int maxBodyBytes) {
        var headers = headers(config);
        String authority = config.url().authority();
        String prefix = config.url().prefix();
        String path = config.healthPath().orElse(probe.question().path());
        var followUps = probe.followUps();
        var requests = new ArrayList<FollowUpRequest>(followUps.size());
        for (int i = 0; i < followUps.size(); i++) {
            boolean more = i < followUps.size() - 1;
            requests.add(new FollowUpRequest(
                    followUps.get(i),
                    RequestBytes.get(authority, prefix + followUps.get(i).path(), USER_AGENT, headers, more)));
        }
        byte[] question = RequestBytes.get(authority, prefix + path, USER_AGENT, headers, !followUps.isEmpty());
        return new Target(
                config, probe, endpoint, path, question, List.copyOf(requests), maxBodyBytes, config.secrets());
    }

    /// The same backend asked another question, once, as if it were of another type.
    byte[] asking(String path) {
        return request(config, path);
    }

    /// Any question to a backend, with its credentials and headers; none follows on the connection.
    static byte[] request(BackendConfig config, String path) {
        return RequestBytes.get(
                config.url().authority(), config.url().prefix() + path, USER_AGENT, headers(config), false);
    }

    Duration timeout() {
        return config.timing().timeout();
    }

    boolean forgivesUnreadable() {
        return config.onParseError() == OnParseError.ALIVE;
    }

    private static List<Map.Entry<String, String>> headers(BackendConfig config) {
        var headers = new ArrayList<Map.Entry<String, String>>();
        boolean own = config.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase("authorization"));
        config.credential()
                .filter(_ -> !own)
                .ifPresent(credential -> headers.add(
                        Map.entry("Authorization", "Bearer " + credential.key().reveal())));
        config.headers()
                .forEach(header ->
                        headers.add(Map.entry(header.name(), header.value().reveal())));
        return headers;
    }

    /// Two targets are never compared by content: it holds secrets and arrays.
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return config.name() + " at " + config.url();
    }
}
