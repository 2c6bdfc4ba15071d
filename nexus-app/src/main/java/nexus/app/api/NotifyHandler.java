package nexus.app.api;

import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import nexus.app.notify.Notifier;

/// `GET /v1/notify`, and `POST /v1/notify/{name}/test`.
final class NotifyHandler {

    static final String PREFIX = "/v1/notify/";
    static final String TEST = "/test";

    private final Notifier notifier;

    NotifyHandler(Notifier notifier) {
        this.notifier = notifier;
    }

    void list(ServerRequest request, ServerResponse response) {
        Answers.ok(response, NotifyJson.list(notifier.states()));
    }

    /// Waits for the receiver's answer, some seconds at the most.
    void test(ServerRequest request, ServerResponse response) {
        Refusals.answered(response, () -> {
            RequestBody.none(request);
            String name = RawPath.rest(request, PREFIX)
                    .filter(rest -> rest.endsWith(TEST))
                    .map(rest -> rest.substring(0, rest.length() - TEST.length()))
                    .orElse("");
            notifier.test(name)
                    .ifPresentOrElse(
                            outcome -> Answers.ok(response, NotifyJson.tested(name, outcome)),
                            () -> Answers.notFound(
                                    response,
                                    "no receiver is named \"" + name + "\"; /v1/notify lists them",
                                    Optional.of("name"),
                                    "receiver_not_found"));
        });
    }
}
