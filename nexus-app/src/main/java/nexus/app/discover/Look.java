package nexus.app.discover;

import java.time.Duration;
import java.util.List;
import nexus.app.check.OneShot;
import nexus.app.check.Recognition;
import nexus.app.check.Recognizer;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendUrl;
import nexus.app.config.Timing;
import nexus.app.health.Outcome;
import nexus.app.probes.Probes;
import nexus.spi.Model;

/// What is at one place: its type, then one check for its models.
record Look(Recognizer recognizer, Probes probes) {

    private static final int MAX_BODY = 2 << 20;

    /// @param limit for the recognition, and once more for the check
    Find at(Place place, Duration limit) {
        var url = place.url();
        return switch (recognizer.look(url, limit)) {
            case Recognition.Recognised(String type, String how) -> server(url, type, how, limit);
            case Recognition.Nexus _ -> new Find.Nexus(url);
            case Recognition.Unrecognised(String reason) -> new Find.Stranger(url, reason);
            case Recognition.Unheard(boolean _, String reason) -> new Find.Stranger(url, "no answer: " + reason);
        };
    }

    private Find server(BackendUrl url, String type, String how, Duration limit) {
        var backend = BackendConfig.of(type, url, type).withTiming(timing(limit));
        return switch (OneShot.check(backend, probes, MAX_BODY).outcome()) {
            case Outcome.Success success ->
                new Find.Server(
                        url,
                        "",
                        type,
                        how,
                        "healthy",
                        success.models().stream()
                                .flatMap(list -> list.models().stream())
                                .map(Model::id)
                                .toList());
            case Outcome.Failure failure ->
                new Find.Server(url, "", type, how, failure.error().text(), List.of());
            case Outcome.Void nothing -> new Find.Server(url, "", type, how, nothing.reason(), List.of());
        };
    }

    private static Timing timing(Duration timeout) {
        var usual = Timing.DEFAULT;
        return new Timing(usual.interval(), timeout, usual.startup(), usual.transition(), usual.down());
    }
}
