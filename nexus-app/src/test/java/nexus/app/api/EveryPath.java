package nexus.app.api;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import nexus.app.config.ServerConfig;

/// Every path that the API registers, asked of the API itself: whoever adds one need not tell.
public final class EveryPath {

    private EveryPath() {}

    /// Patterns such as `/v1/backends/{name}/drain` and `/v1/models/*`.
    public static List<String> all() {
        var paths = new ArrayList<String>();
        Operated.endpoints(ServerConfig.DEFAULT, Fleets.mixed()).routing(collecting("", paths));
        return List.copyOf(paths);
    }

    private static HttpRules collecting(String prefix, List<String> paths) {
        var types = new Class<?>[] {HttpRules.class};
        return (HttpRules) Proxy.newProxyInstance(HttpRules.class.getClassLoader(), types, (rules, method, given) -> {
            if (given != null && given[0] instanceof String path) {
                paths.add(prefix + path);
                if (given[1] instanceof HttpService[] services) {
                    for (var service : services) {
                        service.routing(collecting(prefix + path, paths));
                    }
                }
            }
            return rules;
        });
    }
}
