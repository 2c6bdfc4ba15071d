package nexus.app.discover;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import nexus.app.check.Recognizer;
import nexus.app.discover.mdns.DatagramEther;
import nexus.app.discover.mdns.Ether;
import nexus.app.discover.mdns.Neighbourhood;
import nexus.app.discover.mdns.Search;
import nexus.app.probes.Probes;

/// Servers that announce themselves by multicast DNS: asked for once, or followed.
public final class Neighbours implements AutoCloseable {

    private static final Duration ROUND = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final Recognizer recognizer;
    private final Watch watch;

    private Neighbours(Recognizer recognizer, Watch watch) {
        this.recognizer = recognizer;
        this.watch = watch;
    }

    /// Where something announces itself that may be an LLM server; nothing of it is asked yet.
    ///
    /// @throws IOException if this machine's networks have no multicast
    public static List<Place> announced(Duration limit) throws IOException {
        try (var ether = DatagramEther.asking()) {
            return Search.run(ether, new Neighbourhood(NearAddresses.acceptable()), limit).stream()
                    .map(service -> new Place(service.address(), service.port()))
                    .distinct()
                    .toList();
        }
    }

    /// Follows them on a thread of its own until it is closed.
    ///
    /// @param found is told of all that are there, when that changes and about once a minute
    public static Neighbours follow(Probes probes, Consumer<List<Neighbour>> found) {
        var recognizer = new Recognizer(probes);
        var watch = Watch.start(
                new Watch.Surroundings(Neighbours::open, place -> recognizer.look(place.url(), LOOK), found, ROUND));
        return new Neighbours(recognizer, watch);
    }

    /// Where the port can't be shared, goodbyes aren't heard; who is gone is missed after two rounds.
    private static Ether open() throws IOException {
        try {
            return DatagramEther.listening();
        } catch (IOException e) {
            return DatagramEther.asking();
        }
    }

    @Override
    public void close() {
        watch.close();
        recognizer.close();
    }
}
