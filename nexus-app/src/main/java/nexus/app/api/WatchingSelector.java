package nexus.app.api;

import io.helidon.common.buffers.BufferData;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.util.Set;

/// Makes every connection an HTTP/1.1 one that is watched from its first moment, before a byte has come.
final class WatchingSelector implements ServerConnectionSelector {

    private final ConnectionWatch watch;
    private final Http1ConnectionSelector http;

    WatchingSelector(ConnectionWatch watch) {
        this.watch = watch;
        this.http = Http1ConnectionSelector.builder()
                .config(Http1Config.builder()
                        // 200 names of 64 characters: see BackendQuery
                        .maxPrologueLength(16 << 10)
                        .addReceiveListener(watch)
                        .buildPrototype())
                .build();
    }

    @Override
    public int bytesToIdentifyConnection() {
        return 0;
    }

    @Override
    public Support supports(BufferData data) {
        return Support.SUPPORTED;
    }

    @Override
    public Set<String> supportedApplicationProtocols() {
        return http.supportedApplicationProtocols();
    }

    @Override
    public ServerConnection connection(ConnectionContext context) {
        return watch.watch(context, http.connection(context));
    }
}
