package nexus.app.check;

import nexus.app.config.BackendConfig;
import nexus.app.exchange.Endpoint;
import nexus.app.exchange.Lines;
import nexus.app.probes.Probes;
import nexus.spi.BackendProbe;

/// Makes targets, and owns what their checks share: name lookups, buffers, trust.
final class Targets implements AutoCloseable {

    /// What part of the heap the answers of all running checks may take together beyond a few KiB each: a
    /// thousand floods can't fill it.
    private static final int BUFFER_PART = 6;

    private final Lines lines;
    private final Trusts trusts = new Trusts();
    private final Probes probes;
    private final int maxBodyBytes;

    /// With the machine's own resolver and a fresh budget of buffers.
    Targets(Probes probes, int maxBodyBytes) {
        this(Lines.ofSystem(Runtime.getRuntime().maxMemory() / BUFFER_PART), probes, maxBodyBytes);
    }

    /// @param lines closed with this
    Targets(Lines lines, Probes probes, int maxBodyBytes) {
        this.lines = lines;
        this.probes = probes;
        this.maxBodyBytes = maxBodyBytes;
    }

    /// @throws CheckerException if the type is unknown or the authorities can't be used
    Target of(BackendConfig config) {
        return Target.of(config, probe(config), endpoint(config), maxBodyBytes);
    }

    /// Makes sure that [#of] will succeed.
    ///
    /// @throws CheckerException if it won't
    void verify(BackendConfig config) {
        probe(config);
        endpoint(config);
    }

    private BackendProbe probe(BackendConfig config) {
        return probes.byType(config.type())
                .orElseThrow(() -> new CheckerException("no probe for type " + config.type(), null));
    }

    Inquiry inquiry() {
        return new Inquiry(lines, new SecondLook(lines, resemblance()));
    }

    Resemblance resemblance() {
        return new Resemblance(
                probes.list().stream().map(found -> found.probe()).toList());
    }

    Trusts trusts() {
        return trusts;
    }

    Lines lines() {
        return lines;
    }

    /// @throws CheckerException if the authorities can't be used
    Endpoint endpoint(BackendConfig config) {
        var url = config.url();
        return url.tls()
                ? Endpoint.tls(url.host(), url.port(), trusts.of(config.tls()))
                : Endpoint.plain(url.host(), url.port());
    }

    @Override
    public void close() {
        lines.names().close();
    }
}
