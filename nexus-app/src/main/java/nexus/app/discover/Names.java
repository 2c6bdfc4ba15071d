package nexus.app.discover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nexus.app.config.BackendUrl;

/// Names for what was found: the type on this machine, type and address elsewhere; with the port, then with a number,
/// where one is taken. All are fit for a configuration.
final class Names {

    private static final int LONGEST = 64;

    private final Set<String> taken;

    /// @param taken names that must not be given again
    Names(Set<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    static List<Find.Server> given(List<Find.Server> servers) {
        var names = new Names(Set.of());
        var named = new ArrayList<Find.Server>();
        servers.forEach(server -> named.add(server.named(names.next(server.type(), server.url()))));
        return named;
    }

    String next(String type, BackendUrl url) {
        boolean here = url.host().equals("127.0.0.1") || url.host().equals("::1");
        String name = here ? type : type + "-" + url.host().replaceAll("[^A-Za-z0-9.]+", "-");
        String free = cut(name, "");
        if (taken.contains(free)) {
            free = cut(name, "-" + url.port());
        }
        for (int i = 2; taken.contains(free); i++) {
            free = cut(name, "-" + url.port() + "-" + i);
        }
        taken.add(free);
        return free;
    }

    private static String cut(String name, String end) {
        return name.substring(0, Math.min(name.length(), LONGEST - end.length())) + end;
    }
}
