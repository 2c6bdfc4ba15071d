package nexus.app.discover;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One entry for one server: `127.0.0.1`, `::1` and this machine's other addresses lead to the same one where port,
/// type and models are the same. The first that was found stays.
final class Merging {

    private Merging() {}

    static Survey of(List<Find> finds, int asked, int places) {
        var seen = new HashSet<List<Object>>();
        var servers = new ArrayList<Find.Server>();
        var strangers = new ArrayList<Find.Stranger>();
        var nexuses = new ArrayList<Find.Nexus>();
        for (var find : finds) {
            if (!seen.add(key(find))) {
                continue;
            }
            switch (find) {
                case Find.Server server -> servers.add(server);
                case Find.Stranger stranger -> strangers.add(stranger);
                case Find.Nexus nexus -> nexuses.add(nexus);
            }
        }
        return new Survey(Names.given(servers), strangers, nexuses, asked, places);
    }

    private static List<Object> key(Find find) {
        String host = find.url().host();
        boolean own = NearAddresses.isHere(host);
        Object what = switch (find) {
            case Find.Server server -> List.of(server.type(), Set.copyOf(server.models()));
            case Find.Stranger _ -> "stranger";
            case Find.Nexus _ -> "nexus";
        };
        return List.of(own ? "this machine" : host, find.url().port(), what);
    }
}
