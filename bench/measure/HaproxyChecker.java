package measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import fleet.Addresses;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HAProxy, one thread, `option httpchk`: the yardstick. It serves nothing, it only checks.
final class HaproxyChecker implements Checker {
    private static final Pattern CHANGE = Pattern.compile("Server fleet/b(\\d+) is (UP|DOWN)");

    private final Child child;
    private final Path socket;
    private final Map<Integer, Long> down = new ConcurrentHashMap<>();

    private HaproxyChecker(Child child, Path socket) {
        this.child = child;
        this.socket = socket;
    }

    static HaproxyChecker start(Options options) throws IOException {
        Path socket = options.work().resolve("haproxy.sock");
        Path file = options.work().resolve("haproxy.cfg");
        Files.writeString(file, configuration(options, socket));
        Child child = Child.start(
                options.work(),
                "haproxy",
                Child.CHECKER_CORE,
                List.of("haproxy", "-db", "-f", file.toString()));
        var checker = new HaproxyChecker(child, socket);
        Thread.ofPlatform().daemon().start(checker::listen);
        return checker;
    }

    private static String configuration(Options options, Path socket) {
        long interval = Math.round(options.intervalSeconds() * 1000);
        long timeout = Math.round(options.timeoutSeconds() * 1000);
        var file = new StringBuilder("""
                global
                  nbthread 1
                  maxconn 100
                  log stdout format raw local0
                  stats socket %s mode 600 level admin
                defaults
                  mode http
                  log global
                  timeout connect %dms
                  timeout check %dms
                  timeout client 5s
                  timeout server 5s
                backend fleet
                  option httpchk GET /v1/models
                  http-check expect status 200
                  default-server check inter %dms fall 3 rise 2
                """.formatted(socket, timeout, timeout, interval));
        for (int i = 0; i < options.backends(); i++) {
            file.append("  server b%d %s:%d%n".formatted(i, Addresses.of(i), options.port()));
        }
        return file.toString();
    }

    /// Notes when a server is called down: HAProxy's own log, as it comes.
    private void listen() {
        try (var lines = new BufferedReader(new InputStreamReader(child.process().getInputStream(), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher change = CHANGE.matcher(line);
                if (change.find()) {
                    note(Integer.parseInt(change.group(1)), change.group(2).equals("DOWN"));
                }
            }
        } catch (IOException e) {
            // ended
        }
    }

    private void note(int standIn, boolean isDown) {
        if (isDown) {
            down.put(standIn, System.currentTimeMillis());
        } else {
            down.remove(standIn);
        }
    }

    @Override
    public String name() {
        return "HAProxy";
    }

    @Override
    public long pid() {
        return child.pid();
    }

    /// HAProxy calls every server up before its first check: nothing to be known here.
    @Override
    public double secondsToHealthy(int expected, double atMost) throws IOException {
        if (!child.isAlive()) {
            throw new IOException("HAProxy ended; see haproxy.err");
        }
        return Double.NaN;
    }

    @Override
    public Map<Integer, Verdict> verdicts() throws IOException {
        var verdicts = new HashMap<Integer, Verdict>();
        for (String line : ask("show stat\n").split("\n")) {
            String[] fields = line.split(",", -1);
            if (fields[0].equals("fleet") && fields[1].matches("b\\d+")) {
                // column 18 is the status, 37 the last check's result ("show stat" in HAProxy's management guide)
                String last = fields[36].replace("* ", "");
                verdicts.put(
                        Integer.parseInt(fields[1].substring(1)),
                        new Verdict(fields[17].startsWith("UP"), last.equals("L7OK") ? "" : last, Double.NaN));
            }
        }
        return verdicts;
    }

    @Override
    public Map<Integer, Long> downSince() {
        return Map.copyOf(down);
    }

    private String ask(String command) throws IOException {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            channel.write(ByteBuffer.wrap(command.getBytes(UTF_8)));
            InputStream in = Channels.newInputStream(channel);
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
