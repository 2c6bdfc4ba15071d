package nexus.distribution;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/// The packaged Nexus over two servers, `gpu-1` with the model `Qwen/Qwen3-8B` and `gpu-2` with `tiny`, both of them
/// healthy.
final class SmallFleet implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    /// More than enough for each of two servers to have its turn.
    private static final int QUESTIONS = 6;

    private final StandIn first;
    private final StandIn second;
    private final Program nexus;
    private final int port;

    private SmallFleet(StandIn first, StandIn second, Program nexus, int port) {
        this.first = first;
        this.second = second;
        this.nexus = nexus;
        this.port = port;
    }

    /// @param server more lines for `[server]`
    static SmallFleet start(Path folder, String server) throws Exception {
        var first = StandIn.answering("/v1/models", models("Qwen/Qwen3-8B"));
        var second = StandIn.answering("/v1/models", models("tiny"));
        int port = freePort();
        Files.writeString(folder.resolve("nexus.toml"), """
                [server]
                port = %d
                %s
                [[backends]]
                name = "gpu-1"
                url = "http://127.0.0.1:%d"
                type = "vllm"
                [[backends]]
                name = "gpu-2"
                url = "http://127.0.0.1:%d"
                type = "vllm"
                """.formatted(port, server, first.port(), second.port()));
        var nexus = Program.start(
                folder, Use.environment(folder), Use.launcher(Packaged.HOME).with("serve"));
        nexus.await("new=Healthy");
        nexus.await("new=Healthy");
        return new SmallFleet(first, second, nexus, port);
    }

    private static String models(String id) {
        return "{\"object\":\"list\",\"data\":[{\"id\":\"" + id
                + "\",\"object\":\"model\",\"owned_by\":\"vllm\",\"max_model_len\":32768}]}";
    }

    /// Where Nexus answers.
    String url() {
        return "http://127.0.0.1:" + port;
    }

    int port() {
        return port;
    }

    int firstPort() {
        return first.port();
    }

    int secondPort() {
        return second.port();
    }

    /// Has Nexus do something.
    void change(String path) throws IOException {
        String answer = ask(port, "POST " + path, "localhost");
        if (!answer.startsWith("HTTP/1.1 200 ")) {
            throw new AssertionError(answer);
        }
    }

    void stopNexus() throws InterruptedException {
        nexus.terminate();
    }

    /// A whole answer, from whoever listens on that port of this machine.
    static String ask(int port, String line, String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write((line + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// Asks whoever stands before the two servers until the answers come from these and no others.
    static void awaitAnswersOf(Set<String> wanted, int port) {
        long start = System.nanoTime();
        Set<String> seen;
        do {
            seen = new TreeSet<>();
            for (int i = 0; i < QUESTIONS; i++) {
                seen.add(whoAnswers(port));
            }
            if (System.nanoTime() - start > PATIENCE_MILLIS * 1_000_000L) {
                throw new AssertionError("wanted answers of " + wanted + ", they come from " + seen);
            }
        } while (!seen.equals(wanted));
    }

    private static String whoAnswers(int port) {
        try {
            String answer = ask(port, "GET /v1/models", "localhost");
            return answer.contains("Qwen") ? "gpu-1" : answer.contains("tiny") ? "gpu-2" : answer;
        } catch (IOException e) {
            return e.toString(); // It may still be starting.
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        nexus.close();
        first.close();
        second.close();
    }
}
