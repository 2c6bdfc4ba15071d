package nexus.app.api;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nexus.app.config.ServerConfig;

/// Every path that the API registers, asked of the API itself: whoever adds one need not tell.
public final class EveryPath {

    private EveryPath() {}

    /// Patterns such as `/v1/backends/{name}/drain` and `/v1/models/*`.
    public static List<String> all() {
        return List.copyOf(methods().keySet());
    }

    /// The same with the methods that each takes, `GET, HEAD`; one that answers all of them alike counts as `POST`.
    static Map<String, String> methods() {
        var paths = new LinkedHashMap<String, String>();
        Operated.endpoints(ServerConfig.DEFAULT, Fleets.mixed()).routing(collecting("", paths));
        return paths;
    }

    private static HttpRules collecting(String prefix, Map<String, String> paths) {
        var types = new Class<?>[] {HttpRules.class};
        return (HttpRules) Proxy.newProxyInstance(HttpRules.class.getClassLoader(), types, (rules, method, given) -> {
            if (given != null && given[0] instanceof String path) {
                paths.put(prefix + path, given[1] instanceof Handler[] handlers ? methods(handlers[0]) : "POST");
                if (given[1] instanceof HttpService[] services) {
                    for (var service : services) {
                        service.routing(collecting(prefix + path, paths));
                    }
                }
            }
            return rules;
        });
    }

    private static String methods(Handler handler) {
        return handler instanceof Methods methods ? methods.allowed() : "POST";
    }
}
