package nexus.app.api;

import io.helidon.http.Method;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;

/// Notes that a request is `HEAD`, so that [Answers] leaves the body out.
///
/// Helidon 4.5.0 sends whatever body a handler gives it, and a client would take it for its next answer
/// (RFC 9110, section 9.3.2).
final class HeadersOnly implements Filter {

    private static final ScopedValue<Method> ASKED = ScopedValue.newInstance();

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        var method = request.prologue().method();
        if (method.equals(Method.HEAD)) {
            ScopedValue.where(ASKED, method).run(chain::proceed);
        } else {
            chain.proceed();
        }
    }

    /// Whether the request that the calling thread answers wants no body.
    static boolean wanted() {
        return ASKED.isBound();
    }
}
