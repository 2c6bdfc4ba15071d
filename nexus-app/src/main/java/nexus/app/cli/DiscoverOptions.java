package nexus.app.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import nexus.app.check.CheckerException;
import nexus.app.config.Overrides;
import nexus.app.discover.Discovery;
import nexus.app.discover.KnownPorts;
import nexus.app.discover.Neighbours;
import nexus.app.discover.NetworkRange;
import nexus.app.discover.Place;
import nexus.app.discover.Survey;
import nexus.app.log.Printable;
import nexus.app.probes.Probes;
import picocli.CommandLine.Option;

/// Where to look for servers, and for how long.
final class DiscoverOptions {

    /// `--network` without a value; no network is written so.
    private static final String CONFIGURED = "configured";
    private static final Duration LISTENING = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final double QUICK_SECONDS = 10;
    private static final double NETWORK_SECONDS = 60;

    @Option(
            names = "--network",
            paramLabel = "CIDR",
            arity = "0..1",
            fallbackValue = CONFIGURED,
            description = "Also scan this private network: 192.168.1.0/24, at most a /20. Repeatable. Without a value: "
                    + "[discovery] networks of the configuration file. Scan only networks that are yours.")
    private List<String> networks = new ArrayList<>();

    @Option(
            names = "--port",
            paramLabel = "N",
            split = ",",
            description = "Try these ports instead of those that LLM servers usually use. Repeatable.")
    private List<Integer> ports = new ArrayList<>();

    @Option(
            names = "--mdns",
            description = "Also look, for 3 seconds, for servers on the local network that announce themselves "
                    + "(multicast DNS).")
    private boolean mdns;

    @Option(
            names = "--timeout",
            paramLabel = "S",
            description = "Time limit in seconds. Without it: 10, or 60 with --network.")
    private double seconds;

    /// @param file     whose networks `--network` without a value means
    /// @param terminal is told if there is nobody to ask by multicast
    /// @throws CommandFailure for a network or port that can't be asked
    Survey survey(ConfigFile file, Terminal terminal) throws InterruptedException {
        var probes = ConfigFile.probes();
        if (networks.remove(CONFIGURED)) {
            networks.addAll(configured(file, terminal, probes));
        }
        var places = new LinkedHashSet<>(places());
        var limit = limit();
        if (mdns) {
            places.addAll(announced(terminal));
        }
        try {
            return new Discovery(probes).survey(List.copyOf(places), limit);
        } catch (CheckerException e) {
            throw CommandFailure.usage(e.getMessage());
        }
    }

    private List<Place> places() {
        var wanted = ports.isEmpty() ? KnownPorts.ALL : ports;
        for (int port : wanted) {
            if (port < 1 || port > 65535) {
                throw CommandFailure.usage("--port " + port + ": a port is 1 to 65535");
            }
        }
        var places = new ArrayList<>(Discovery.here(wanted));
        places.addAll(Discovery.places(hosts(), wanted));
        return places;
    }

    private static List<String> configured(ConfigFile file, Terminal terminal, Probes probes) {
        var wanted = file.load(file.source(terminal, probes, Overrides.NONE))
                .discovery()
                .networks();
        if (wanted.isEmpty()) {
            throw CommandFailure.usage("--network without a value: [discovery] networks is empty in " + file.shown());
        }
        return wanted;
    }

    private static List<Place> announced(Terminal terminal) {
        try {
            return Neighbours.announced(LISTENING);
        } catch (IOException e) {
            terminal.complain("mDNS can't be used: " + Printable.text(String.valueOf(e.getMessage())));
            return List.of();
        }
    }

    private List<InetAddress> hosts() {
        var hosts = new ArrayList<InetAddress>();
        for (String network : networks) {
            try {
                hosts.addAll(NetworkRange.parse(network).hosts());
            } catch (IllegalArgumentException e) {
                throw CommandFailure.usage("--network " + Printable.text(network) + ": " + e.getMessage());
            }
        }
        return hosts;
    }

    private Duration limit() {
        double wanted = seconds == 0 ? (networks.isEmpty() ? QUICK_SECONDS : NETWORK_SECONDS) : seconds;
        if (!(wanted > 0 && wanted <= LONGEST.toSeconds())) {
            throw CommandFailure.usage("--timeout takes seconds above 0, up to " + LONGEST.toSeconds());
        }
        return Duration.ofNanos((long) (wanted * 1e9));
    }

    /// Whether any of these options was given.
    boolean isNarrowed() {
        return !networks.isEmpty() || !ports.isEmpty() || mdns || seconds != 0;
    }

    /// In words, for when nothing was found.
    String asked() {
        String of = ports.isEmpty()
                ? "the " + KnownPorts.ALL.size() + " ports that LLM servers are known for"
                : ports.size() == 1 ? "port " + ports.getFirst() : ports.size() + " ports";
        String also = networks.isEmpty() ? "" : " and in " + Printable.text(String.join(", ", networks));
        return of + " on this machine" + also + (mdns ? ", and by mDNS" : "");
    }
}
