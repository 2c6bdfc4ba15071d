package nexus.app.api;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import nexus.app.page.Badge;
import nexus.app.page.PageFiles;
import nexus.app.registry.Registry;

/// What people look at: `/` and its files, `/status`, `/badge.svg` and `/badge/{backend}.svg`.
final class PageHandler {

    static final String FILES = "/page/";
    static final String BADGES = "/badge/";
    private static final String SVG = ".svg";

    /// Read when somebody looks for the first time: a Nexus that nobody looks at starts the sooner.
    private static final class Files {
        private static final PageFiles ALL = PageFiles.load();
    }

    private final Registry registry;
    private final StatusPages statusPages;

    PageHandler(Registry registry, StatusPages statusPages) {
        this.registry = registry;
        this.statusPages = statusPages;
    }

    void index(ServerRequest request, ServerResponse response) {
        PageAnswers.file(request, response, Files.ALL.index(), PageAnswers.ASK_AGAIN);
    }

    void file(ServerRequest request, ServerResponse response) {
        RawPath.rest(request, FILES)
                .flatMap(Files.ALL::file)
                .ifPresentOrElse(
                        file -> PageAnswers.file(request, response, file, PageAnswers.FOR_EVER),
                        () -> Answers.notFound(
                                response,
                                "the page has no such file; it may be of another version: reload the page",
                                Optional.empty(),
                                "unknown_path"));
    }

    Handler status() {
        return (_, response) -> PageAnswers.page(response, statusPages.page(Files.ALL));
    }

    Handler fleetBadge() {
        return (_, response) -> PageAnswers.picture(
                response, Badge.of("fleet", registry.counts().verdict().text()));
    }

    void badge(ServerRequest request, ServerResponse response) {
        String name = RawPath.rest(request, BADGES)
                .filter(rest -> rest.endsWith(SVG))
                .map(rest -> rest.substring(0, rest.length() - SVG.length()))
                .orElse("");
        registry.backend(name)
                .ifPresentOrElse(
                        backend ->
                                PageAnswers.picture(response, Badge.of(name, BackendJson.status(backend.snapshot()))),
                        () -> BackendsHandler.unknown(response, registry, name));
    }
}
