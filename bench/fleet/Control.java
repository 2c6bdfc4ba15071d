package fleet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Lines on standard input, one answer line on standard output each, carried out by the fleet's own thread:
///
/// - `count`: connections accepted so far
/// - `arrivals FILE`: writes the arrival log, empties it, says how many
/// - `kill INDEX...`, `revive INDEX...`: closes and opens the ports of these stand-ins; says how many
/// - `flip PERCENT ROUND`: turns this share of the healthy ones: who answered gets unwell (503, or closed port), who
///   was unwell gets well; each round meets others; says how many are down
/// - `flap PERCENT REQUESTS`: lets this share of the healthy ones turn by themselves after every so many requests
final class Control {
    private final Fleet fleet;
    private final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    Control(Fleet fleet) {
        this.fleet = fleet;
    }

    void start() {
        Thread.ofPlatform().daemon().name("control").start(this::read);
        System.out.println("ready " + fleet.standIns.size());
    }

    boolean isEnded() {
        return ended;
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
                fleet.selector.wakeup();
            }
        } catch (IOException e) {
            System.err.println("control: " + e.getMessage());
        } finally {
            ended = true;
            fleet.selector.wakeup();
        }
    }

    void obey() throws IOException {
        for (String line = lines.poll(); line != null; line = lines.poll()) {
            System.out.println(answer(line.split(" ")));
        }
    }

    private String answer(String[] words) throws IOException {
        return switch (words[0]) {
            case "count" -> "" + fleet.arrivals.total();
            case "arrivals" -> "" + fleet.arrivals.writeTo(Path.of(words[1]));
            case "kill", "revive" -> "" + ports(words);
            case "flip" -> "" + flip(number(words[1]), number(words[2]));
            case "flap" -> "" + flap(number(words[1]), number(words[2]));
            default -> "unknown command";
        };
    }

    private int ports(String[] words) throws IOException {
        for (int i = 1; i < words.length; i++) {
            StandIn standIn = fleet.standIns.get(number(words[i]));
            if (words[0].equals("kill")) {
                standIn.kill();
            } else {
                standIn.open(fleet.selector);
            }
        }
        fleet.selector.selectNow(); // a port is closed for good only when the selector has let go
        return words.length - 1;
    }

    private long flip(int percent, int round) throws IOException {
        List<StandIn> healthy = healthy();
        int share = healthy.size() * percent / 100;
        for (int i = 0; i < share; i++) {
            StandIn standIn = healthy.get((round * share + i) % healthy.size());
            if (standIn.isDown()) {
                standIn.unwell(false);
                standIn.open(fleet.selector);
            } else if (i % 2 == 0) {
                standIn.unwell(true);
            } else {
                standIn.kill();
            }
        }
        return healthy.stream().filter(StandIn::isDown).count();
    }

    private int flap(int percent, int requests) {
        List<StandIn> healthy = healthy();
        int share = healthy.size() * percent / 100;
        healthy.subList(0, share).forEach(standIn -> standIn.flapEvery(requests));
        return share;
    }

    private List<StandIn> healthy() {
        return fleet.standIns.stream().filter(s -> s.behaviour == Behaviour.HEALTHY).toList();
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }
}
