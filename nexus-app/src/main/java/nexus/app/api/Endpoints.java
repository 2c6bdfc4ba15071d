package nexus.app.api;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nexus.app.config.ServerConfig;

/// The paths of the API and who answers each.
final class Endpoints implements HttpService {

    /// What clients of a router would ask for; they get told plainly that this is none.
    private static final List<String> ROUTED = List.of(
            "/v1/chat/completions",
            "/v1/completions",
            "/v1/embeddings",
            "/v1/responses",
            "/v1/moderations",
            "/v1/rerank",
            "/v1/messages",
            "/v1/images/*",
            "/v1/audio/*",
            "/api/chat",
            "/api/generate",
            "/api/embed");

    private static final Pattern PLAIN_PATH = Pattern.compile("(?:/[a-z0-9_-]+)+");

    private final Supplier<ServerConfig> server;
    private final ApiSources sources;

    /// @param server asked for what may change while Nexus runs
    Endpoints(Supplier<ServerConfig> server, ApiSources sources) {
        this.server = server;
        this.sources = sources;
    }

    @Override
    public void routing(HttpRules rules) {
        var registry = sources.registry();
        var models = new ModelsHandler(registry);
        rules.any("/health", Methods.get(HealthHandlers.health(registry, sources.info())));
        rules.any("/health/live", Methods.get(HealthHandlers.live()));
        rules.any("/health/ready", Methods.get(HealthHandlers.ready(registry, server)));
        rules.any("/v1/models", Methods.get(models::list));
        rules.any("/v1/models/*", Methods.get(models.one("/v1/models/")));
        var archive = new Archive(sources.past());
        var history = new HistoryHandler(registry, sources.info(), archive);
        rules.any("/v1/history", Methods.get(history::fleet));
        rules.any(BackendsHandler.PREFIX + "{name}" + HistoryHandler.SUFFIX, Methods.get(history::one));
        backends(rules);
        page(rules, archive);
        rules.any("/v1/events", Methods.get(new EventsHandler(sources.events())::events));
        rules.any("/metrics", Methods.get(new MetricsHandler(sources.metrics())::metrics));
        rules.any(
                "/openapi.json",
                Methods.get(new ApiDocumentHandler(sources.info().version())::document));
        var receivers = new NotifyHandler(sources.notifier());
        rules.any("/v1/notify", Methods.get(receivers::list));
        rules.any(NotifyHandler.PREFIX + "{name}" + NotifyHandler.TEST, Methods.post(receivers::test));
        var config = new ConfigHandler(sources.operator());
        rules.any("/v1/config/plan", Methods.post(config::plan));
        rules.any("/v1/config/reload", Methods.post(config::reload));
        ROUTED.forEach(path -> rules.any(
                path,
                (_, response) -> Answers.notFound(
                        response, "Nexus observes, it does not route", Optional.empty(), "not_routed")));
    }

    /// Whether a request for this path is only told that it is misdirected, whatever its method: it needs no
    /// leave.
    ///
    /// @param raw the path as it was sent: one with dots or escapes may lead elsewhere
    static boolean changesNothing(String raw) {
        return PLAIN_PATH.matcher(raw).matches()
                && ROUTED.stream()
                        .anyMatch(routed -> routed.endsWith("*")
                                ? raw.startsWith(routed.substring(0, routed.length() - 1))
                                : raw.equals(routed));
    }

    private void backends(HttpRules rules) {
        var backends = new BackendsHandler(sources.registry(), sources.info());
        var operator = sources.operator();
        var operate = new OperateHandler(operator);
        rules.any("/v1/backends", Methods.get(backends::list).andPost(operate::add));
        action(rules, operate, "drain", operator::drain);
        action(rules, operate, "undrain", operator::undrain);
        action(rules, operate, "restore", operator::restore);
        action(rules, operate, "check", operator::check);
        rules.any(
                BackendsHandler.PREFIX + "{name}" + ExplainHandler.SUFFIX,
                Methods.get(new ExplainHandler(sources.registry(), sources.info())::explain));
        rules.any(
                BackendsHandler.PREFIX + "{name}" + BackendHealthHandler.SUFFIX,
                Methods.get(new BackendHealthHandler(sources.registry())::health));
        rules.any(
                "/v1/backends/*",
                Methods.get(backends.one(BackendsHandler.PREFIX)).andDelete(operate::remove));
    }

    private void page(HttpRules rules, Archive archive) {
        var status = new StatusPages(sources.registry(), sources.info().clock(), archive);
        var page = new PageHandler(sources.registry(), status);
        rules.any("/", Methods.get(page::index));
        rules.any(PageHandler.FILES + "*", Methods.get(page::file));
        rules.any("/status", Methods.get(page.status()));
        rules.any("/badge.svg", Methods.get(page.fleetBadge()));
        rules.any(PageHandler.BADGES + "*", Methods.get(page::badge));
    }

    private static void action(HttpRules rules, OperateHandler operate, String word, OperateHandler.Action action) {
        rules.any(BackendsHandler.PREFIX + "{name}/" + word, Methods.post(operate.action(word, action)));
    }
}
