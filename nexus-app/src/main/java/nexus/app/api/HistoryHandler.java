package nexus.app.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import nexus.app.api.Archive.Unanswered;
import nexus.app.history.Historian;
import nexus.app.history.Past;
import nexus.app.history.Series;
import nexus.app.registry.Registry;

/// `/v1/backends/{name}/history` and `/v1/history`: how backends were. Unlike all others, these answers are not in
/// memory: a request waits for them, but not for long.
final class HistoryHandler {

    static final String SUFFIX = "/history";

    private static final Header LATER = HeaderValues.create(HeaderNames.RETRY_AFTER, "2");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int USUAL_PAGE = 100;
    private static final int LARGEST_PAGE = 200;

    private final Registry registry;
    private final ApiInfo info;
    private final Archive archive;

    HistoryHandler(Registry registry, ApiInfo info, Archive archive) {
        this.registry = registry;
        this.info = info;
        this.archive = archive;
    }

    /// A backend that left the fleet is answered too, as long as something is kept of it.
    void one(ServerRequest request, ServerResponse response) {
        answered(response, () -> {
            Instant now = info.clock().instant();
            var query = HistoryQuery.of(request.query().rawValue(), now);
            String name =
                    RawPath.between(request, BackendsHandler.PREFIX, SUFFIX).orElse("");
            boolean possible = NAME.matcher(name).matches();
            archive.ask(past -> possible ? document(past, name, query, now) : Optional.<byte[]>empty())
                    .ifPresentOrElse(
                            known -> Answers.ok(response, known),
                            () -> BackendsHandler.unknown(response, registry, name));
        });
    }

    void fleet(ServerRequest request, ServerResponse response) {
        answered(response, () -> {
            Instant now = info.clock().instant();
            var query = BackendQuery.ofWhole(request.query().rawValue(), USUAL_PAGE, LARGEST_PAGE);
            BackendsHandler.checkAfter(registry, query);
            var page = query.page(registry.snapshot().backends());
            Answers.ok(response, archive.ask(past -> FleetHistoryJson.of(page, past, now)));
        });
    }

    private Optional<byte[]> document(Past past, String name, HistoryQuery query, Instant now) {
        var historian = new Historian(past, now);
        var status = registry.backend(name).map(backend -> backend.snapshot().status());
        return historian
                .of(name, status, query.range())
                .map(history -> HistoryJson.of(
                        name,
                        query,
                        history,
                        historian.observed().within(query.range()),
                        Series.of(past, name, query.resolution(), query.range())));
    }

    private interface Work {
        void run() throws BadParameter, Unanswered;
    }

    private static void answered(ServerResponse response, Work work) {
        try {
            work.run();
        } catch (BadParameter e) {
            Answers.badParameter(response, e);
        } catch (Unanswered e) {
            refuse(response, e);
        }
    }

    private static void refuse(ServerResponse response, Unanswered why) {
        boolean later = why.status().equals(Status.SERVICE_UNAVAILABLE_503);
        if (later) {
            response.header(LATER);
        }
        String type = later ? "server_error" : "invalid_request_error";
        Answers.send(
                response,
                why.status(),
                ErrorJson.of(String.valueOf(why.getMessage()), type, Optional.empty(), why.code()));
    }
}
