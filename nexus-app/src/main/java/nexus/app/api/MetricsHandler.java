package nexus.app.api;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import nexus.app.metrics.Metrics;

/// `/metrics`: all numbers, for Prometheus and what speaks like it.
final class MetricsHandler {

    private final Metrics metrics;

    MetricsHandler(Metrics metrics) {
        this.metrics = metrics;
    }

    void metrics(ServerRequest request, ServerResponse response) {
        var page = metrics.page(String.join(",", request.headers().values(HeaderNames.ACCEPT)));
        Answers.text(response, HeaderValues.create(HeaderNames.CONTENT_TYPE, page.contentType()), page.bytes());
    }
}
