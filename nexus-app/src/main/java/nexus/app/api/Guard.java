package nexus.app.api;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.LongSupplier;
import nexus.app.api.AccessRules.Allowed;
import nexus.app.api.AccessRules.Decision;
import nexus.app.api.AccessRules.Refused;
import nexus.app.log.Log;

/// Stands before every route: what [AccessRules] refuses reaches no handler. Thread-safe.
///
/// What is told of a change never holds a header: the token could be in one.
final class Guard implements Filter {

    private static final Log LOG = Log.of("api");

    private static final HeaderName SEC_FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");

    static final int MAX_HEADERS = 100;
    private static final int CHANGES_PER_SECOND = 20;
    private static final int CHANGES_AT_ONCE = 50;
    private static final int TOO_MANY = 429;

    private static final Refused HEADERS =
            new Refused(431, "more than " + MAX_HEADERS + " headers", "request_header_fields_too_large");
    private static final Refused FORM = new Refused(
            415,
            "a web page's form may not change anything here; say Content-Type: application/json, or"
                    + " application/toml for a configuration",
            "form_refused");
    private static final Refused CROWD = new Refused(TOO_MANY, "too many changes at once", "too_many_changes");
    private static final Refused GUESSES =
            new Refused(TOO_MANY, "too many wrong tokens from this address", "too_many_wrong_tokens");

    private final AccessRules rules;
    private final WrongTokens wrongTokens;
    private final TokenBucket changes;
    /// A flood of refused requests must not become one of log lines.
    private final TokenBucket refusalsTold;

    /// @param nanoTime a clock like [System#nanoTime()]
    Guard(AccessRules rules, LongSupplier nanoTime) {
        this.rules = rules;
        this.wrongTokens = new WrongTokens(nanoTime);
        this.changes = new TokenBucket(CHANGES_PER_SECOND, CHANGES_AT_ONCE, nanoTime);
        this.refusalsTold = new TokenBucket(1, 20, nanoTime);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        String method = request.prologue().method().text();
        boolean change = !AccessRules.isSafe(method)
                && !Endpoints.changesNothing(request.path().rawPath());
        var peer = peer(request);
        int secondsShut = change ? secondsShut(request, peer) : 0;
        switch (secondsShut > 0 ? GUESSES : decide(request, change ? method : "GET", peer)) {
            case Allowed _ -> {
                if (change) {
                    tell(request, peer, "yes");
                }
                chain.proceed();
            }
            case Refused refused -> {
                if (change && refusalsTold.take()) {
                    tell(request, peer, refused.code());
                }
                answer(response, refused, Math.max(1, secondsShut));
            }
        }
    }

    private Decision decide(RoutingRequest request, String method, InetAddress peer) {
        var headers = request.headers();
        if (headers.size() > MAX_HEADERS) {
            return HEADERS;
        }
        var decision = rules.decide(
                method,
                headers.value(HeaderNames.HOST),
                headers.value(HeaderNames.ORIGIN),
                headers.value(SEC_FETCH_SITE),
                headers.value(HeaderNames.AUTHORIZATION));
        if (decision instanceof Refused refused && refused.code().equals(AccessRules.WRONG_TOKEN)) {
            wrongTokens.note(peer);
        }
        if (decision instanceof Refused || AccessRules.isSafe(method)) {
            return decision;
        }
        if (headers.value(HeaderNames.CONTENT_TYPE).filter(FormTypes::isForm).isPresent()) {
            return FORM;
        }
        return changes.take() ? decision : CROWD;
    }

    private int secondsShut(RoutingRequest request, InetAddress peer) {
        return request.headers().contains(HeaderNames.AUTHORIZATION) ? wrongTokens.secondsShut(peer) : 0;
    }

    /// Who asks.
    static InetAddress peer(ServerRequest request) {
        return request.remotePeer().address() instanceof InetSocketAddress address
                ? address.getAddress()
                : InetAddress.getLoopbackAddress();
    }

    private static void tell(RoutingRequest request, InetAddress peer, String allowed) {
        LOG.info(
                "change requested",
                "method",
                Log.word(request.prologue().method().text()),
                "path",
                withoutUserInfo(request.path().path()),
                "peer",
                peer.getHostAddress(),
                "allowed",
                Log.word(allowed));
    }

    /// Somebody may give an address with a password where a name is meant.
    private static String withoutUserInfo(String path) {
        return path.replaceAll(":.*@", ":***@");
    }

    private static void answer(RoutingResponse response, Refused refused, int seconds) {
        if (refused.status() == 401) {
            response.header(HeaderValues.create(HeaderNames.WWW_AUTHENTICATE, "Bearer"));
        }
        if (refused.status() == TOO_MANY) {
            response.header(HeaderValues.create(HeaderNames.RETRY_AFTER, Integer.toString(seconds)));
        }
        Answers.send(
                response,
                Status.create(refused.status()),
                ErrorJson.of(refused.message(), type(refused.status()), Optional.empty(), refused.code()));
    }

    /// The words of OpenAI's API.
    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 403 -> "permission_error";
            case TOO_MANY -> "rate_limit_error";
            default -> "invalid_request_error";
        };
    }
}
