package measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import fleet.Addresses;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Nexus as it is shipped, started by its own script; asked by its own API.
final class NexusChecker implements Checker {
    private static final Pattern STATUS = Pattern.compile("\"status\":\"(\\w+)\"");
    private static final Pattern SINCE = Pattern.compile("\"since\":\"([^\"]+)\"");
    private static final Pattern LATENESS = Pattern.compile("\"lateness_ms\":([-+.0-9eE]+)");
    private static final Pattern ERROR = Pattern.compile("\"error\":\\{\"kind\":\"(\\w+)\"");
    private static final Pattern HEALTHY = Pattern.compile("\"healthy\":(\\d+)");

    private final Child child;
    private final long started = System.nanoTime();
    private final String base;

    private NexusChecker(Child child, int port) {
        this.child = child;
        this.base = "http://127.0.0.1:" + port;
    }

    static NexusChecker start(Options options) throws IOException {
        int port = ApiLoad.freePort();
        Path file = options.work().resolve("nexus.toml");
        Files.writeString(file, configuration(options, port));
        Child child = Child.start(
                options.work(),
                "nexus",
                Child.CHECKER_CORE,
                List.of(options.nexus().toString(), "serve", "-c", file.toString()));
        Thread.ofVirtual().start(() -> drain(child.process().getInputStream()));
        return new NexusChecker(child, port);
    }

    private static String configuration(Options options, int port) {
        var toml = new StringBuilder("""
                [server]
                port = %d
                [health_check]
                interval_seconds = %s
                timeout_seconds = %s
                """.formatted(port, options.intervalSeconds(), options.timeoutSeconds()));
        for (int i = 0; i < options.backends(); i++) {
            toml.append("[[backends]]\nname = \"b%d\"\nurl = \"http://%s:%d\"\ntype = \"generic\"\n"
                    .formatted(i, Addresses.of(i), options.port()));
        }
        return toml.toString();
    }

    private static void drain(InputStream in) {
        try (in) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // ended
        }
    }

    @Override
    public String name() {
        return "Nexus";
    }

    @Override
    public long pid() {
        return child.pid();
    }

    String base() {
        return base;
    }

    @Override
    public double secondsToHealthy(int expected, double atMost) throws IOException, InterruptedException {
        long end = started + (long) (atMost * 1e9);
        while (System.nanoTime() < end) {
            if (!child.isAlive()) {
                throw new IOException("Nexus ended; see nexus.err");
            }
            try {
                Matcher healthy = HEALTHY.matcher(text("/health"));
                if (healthy.find() && Integer.parseInt(healthy.group(1)) >= expected) {
                    return (System.nanoTime() - started) / 1e9;
                }
            } catch (java.net.ConnectException e) {
                // not listening yet
            }
            Thread.sleep(50);
        }
        return Double.NaN;
    }

    @Override
    public Map<Integer, Verdict> verdicts() throws IOException {
        var verdicts = new HashMap<Integer, Verdict>();
        entries().forEach((standIn, entry) -> verdicts.put(
                standIn,
                new Verdict(
                        find(STATUS, entry).equals("healthy"), find(ERROR, entry), number(find(LATENESS, entry)))));
        return verdicts;
    }

    @Override
    public Map<Integer, Long> downSince() throws IOException {
        var since = new HashMap<Integer, Long>();
        entries().forEach((standIn, entry) -> {
            if (find(STATUS, entry).equals("unhealthy")) {
                since.put(standIn, Instant.parse(find(SINCE, entry)).toEpochMilli());
            }
        });
        return since;
    }

    private Map<Integer, String> entries() throws IOException {
        var entries = new HashMap<Integer, String>();
        String[] parts = text("/v1/backends").split("\\{\"name\":\"b");
        for (int i = 1; i < parts.length; i++) {
            entries.put(Integer.parseInt(parts[i].substring(0, parts[i].indexOf('"'))), parts[i]);
        }
        return entries;
    }

    String text(String path) throws IOException {
        var connection = URI.create(base + path).toURL().openConnection();
        connection.setReadTimeout(20_000);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static double number(String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    @Override
    public void close() {
        child.close();
    }
}
