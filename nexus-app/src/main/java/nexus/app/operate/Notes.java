package nexus.app.operate;

import java.util.ArrayList;
import java.util.List;
import nexus.app.config.BackendConfig;

/// Sentences that go with an answer.
final class Notes {

    private Notes() {}

    /// Two entries for one server are allowed, but seldom meant.
    static List<String> ofSameUrl(List<BackendConfig> fleet, BackendConfig added) {
        return fleet.stream()
                .filter(backend -> backend.url().equals(added.url()))
                .limit(1)
                .map(backend -> "the backend \"" + backend.name() + "\" has the same URL")
                .toList();
    }

    static List<String> joined(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
