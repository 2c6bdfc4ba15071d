package first;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Starts a server again and again, and tells how long it took until `/health` was answered with 200.
///
/// It listens on a port of its own choice and says where in its first line; nothing is polled. Printed is a line
/// as hyperfine's `--export-csv` has it: name, mean, standard deviation, median, user, system, minimum, maximum, in
/// seconds.
public final class FirstAnswer {
    private static final double TICKS_A_SECOND = 100; // USER_HZ is 100 on every Linux that Java runs on
    private static final int WARM_UP = 2;

    /// One start, in seconds. `user` and `system` are of the process and its ended children, up to the answer.
    private record Start(double wall, double user, double system) {}

    private FirstAnswer() {}

    /// `FirstAnswer NAME RUNS COMMAND...`
    public static void main(String[] args) throws Exception {
        var command = List.of(args).subList(2, args.length);
        List<Start> starts = new ArrayList<>();
        for (int run = -WARM_UP; run < Integer.parseInt(args[1]); run++) {
            var start = start(command);
            if (run >= 0) {
                starts.add(start);
            }
        }
        System.out.println(args[0] + line(starts));
    }

    private static Start start(List<String> command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            String ready = process.inputReader().readLine();
            if (ready == null) {
                throw new IOException(command + " ended without a word");
            }
            ask(URI.create(ready.replaceAll(".*(http://[^ ]+).*", "$1")));
            double wall = (System.nanoTime() - began) / 1e9;
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return new Start(
                    wall, seconds(fields, 11) + seconds(fields, 13), seconds(fields, 12) + seconds(fields, 14));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static double seconds(String[] fields, int index) {
        return Long.parseLong(fields[index]) / TICKS_A_SECOND;
    }

    private static void ask(URI server) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            String question = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            String head = new String(answer.readNBytes(12), StandardCharsets.US_ASCII);
            if (!head.equals("HTTP/1.1 200")) {
                throw new IOException("answered with " + head);
            }
        }
    }

    private static String line(List<Start> starts) {
        double[] walls = starts.stream().mapToDouble(Start::wall).sorted().toArray();
        double mean = mean(starts, Start::wall);
        double variance = Arrays.stream(walls).map(wall -> (wall - mean) * (wall - mean)).average().orElse(0);
        return String.format(
                ",%f,%f,%f,%f,%f,%f,%f",
                mean,
                Math.sqrt(variance),
                walls[walls.length / 2],
                mean(starts, Start::user),
                mean(starts, Start::system),
                walls[0],
                walls[walls.length - 1]);
    }

    private static double mean(List<Start> starts, ToDoubleFunction<Start> part) {
        return starts.stream().mapToDouble(part).average().orElse(0);
    }
}
