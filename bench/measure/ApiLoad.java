package measure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How many requests a second Nexus answers from memory while it checks, beside a server of the same kind that has
/// nothing to do. That one runs on the same core with the same flags, also beside the checks; one is asked at a time.
final class ApiLoad {
    private static final double WARMUP_SECONDS = 8;
    private static final double SECONDS = 8;
    private static final int ROUNDS = 3;

    private final Options options;
    private final NexusChecker nexus;

    ApiLoad(Options options, NexusChecker nexus) {
        this.options = options;
        this.nexus = nexus;
    }

    /// Prints each round.
    ///
    /// @return the middle ratio of each path
    Map<String, Double> run() throws IOException, InterruptedException {
        int answering = (int) java.util.stream.IntStream.range(0, options.backends())
                .filter(i -> fleet.Behaviour.of(i, options.hostilePercent()).answersInTime())
                .count();
        nexus.secondsToHealthy(answering, 60);
        Thread.sleep(options.warmupSeconds() * 1000L);
        int length = nexus.text("/v1/models").length();
        int port = freePort();
        try (Child _ = emptyServer(port, length)) {
            awaitAnswer(port);
            int own = URI.create(nexus.base()).getPort();
            System.out.printf("requests a second, %d backends, /v1/models of %d bytes%n", options.backends(), length);
            var ratios = new LinkedHashMap<String, Double>();
            ratios.put("/health", compare(own, "/health", port, "/empty"));
            ratios.put("/health/live", compare(own, "/health/live", port, "/empty"));
            ratios.put("/v1/models", compare(own, "/v1/models", port, "/constant"));
            return ratios;
        }
    }

    private static double compare(int own, String path, int other, String plain) throws IOException {
        new Load(own, path).run(WARMUP_SECONDS);
        new Load(other, plain).run(WARMUP_SECONDS);
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            double yardstick = new Load(other, plain).run(SECONDS);
            double measured = new Load(own, path).run(SECONDS);
            System.out.printf(
                    Locale.ROOT,
                    "%-14s %10.0f   %-10s %10.0f   ratio %.2f%n",
                    path,
                    measured,
                    plain,
                    yardstick,
                    measured / yardstick);
            ratios[round] = measured / yardstick;
        }
        Arrays.sort(ratios);
        return ratios[ROUNDS / 2];
    }

    /// Compiled and run with the runtime and modules of the packaged program.
    private Child emptyServer(int port, int length) throws IOException {
        Path home = options.nexus().toAbsolutePath().normalize().getParent().getParent();
        Path runtime = home.resolve("runtime/bin/java");
        String java = Files.isExecutable(runtime)
                ? runtime.toString()
                : Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Child.start(
                options.work(),
                "empty",
                Child.CHECKER_CORE,
                List.of(
                        java,
                        "-XX:+UseSerialGC",
                        "-Xmx152m",
                        "-Djdk.pollerMode=1",
                        "-p",
                        home.resolve("mods").toString(),
                        "--add-modules",
                        "io.helidon.webserver",
                        "-cp",
                        options.work().resolve("routes").toString(),
                        "routes.EmptyRoutes",
                        "" + port,
                        "" + length));
    }

    private static void awaitAnswer(int port) throws InterruptedException, IOException {
        for (int tries = 0; tries < 100; tries++) {
            try {
                new Load(port, "/empty").run(0.05);
                return;
            } catch (java.net.ConnectException e) {
                Thread.sleep(100);
            }
        }
        throw new IOException("the empty server doesn't answer; see empty.err");
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
