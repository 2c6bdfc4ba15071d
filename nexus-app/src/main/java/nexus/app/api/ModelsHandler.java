package nexus.app.api;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import nexus.app.api.ModelsJson.Scope;
import nexus.app.registry.Registry;

/// `/v1/models` and `/v1/models/{id}`. Parameters that are not ours are ignored: clients of OpenAI's API
/// send some.
final class ModelsHandler {

    private final Registry registry;
    private final ModelPages pages = new ModelPages();

    ModelsHandler(Registry registry) {
        this.registry = registry;
    }

    void list(ServerRequest request, ServerResponse response) {
        try {
            Answers.ok(response, pages.of(registry.catalog(), scope(request)));
        } catch (BadParameter e) {
            Answers.badParameter(response, e);
        }
    }

    /// @param prefix the path up to the id; the id is all that follows, slashes included
    Handler one(String prefix) {
        return (request, response) -> {
            try {
                one(RawPath.rest(request, prefix), scope(request), response);
            } catch (BadParameter e) {
                Answers.badParameter(response, e);
            }
        };
    }

    private void one(Optional<String> id, Scope scope, ServerResponse response) {
        registry.catalog().entries().stream()
                .filter(entry -> id.filter(entry.id()::equals).isPresent() && scope.includes(entry))
                .findFirst()
                .ifPresentOrElse(
                        entry -> Answers.ok(response, ModelsJson.one(entry, scope)),
                        () -> Answers.notFound(
                                response,
                                "no healthy backend serves this model; /v1/models?include=all lists all known",
                                Optional.of("model"),
                                "model_not_found"));
    }

    private static Scope scope(ServerRequest request) throws BadParameter {
        var include = QueryText.parse(request.query().rawValue()).one("include");
        if (include.isPresent() && !include.get().equals("all")) {
            throw new BadParameter("include", "include is \"all\" or left out");
        }
        return include.isPresent() ? Scope.ALL : Scope.AVAILABLE;
    }
}
