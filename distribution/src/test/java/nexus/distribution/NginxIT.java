package nexus.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// nginx, with `docs/integrations/nginx.conf`.
class NginxIT {

    private static final String NAME = "nexus.example.com";
    /// Folders that the system's nginx has as root only.
    private static final String OWN_FOLDERS = """
            http {
                access_log off;
                client_body_temp_path FOLDER/body;
                proxy_temp_path FOLDER/proxy;
                fastcgi_temp_path FOLDER/fastcgi;
                uwsgi_temp_path FOLDER/uwsgi;
                scgi_temp_path FOLDER/scgi;""";

    @TempDir
    Path folder;

    @Test
    void passesAnswersOnAndTellsEventsAsTheyHappen() throws Exception {
        int port = SmallFleet.freePort();
        try (var fleet = SmallFleet.start(folder, "allowed_hosts = [\"" + NAME + "\"]");
                var _ = start(fleet, port)) {
            assertTrue(SmallFleet.ask(port, "GET /health", NAME).contains("\"status\":\"healthy\""));
            assertTrue(SmallFleet.ask(port, "GET /health", "other.example.com").startsWith("HTTP/1.1 421 "));

            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                // Held back until a buffer is full, or the stream ends, this line would not come in time.
                socket.setSoTimeout(10_000);
                var lines = stream(socket);
                fleet.change("/v1/backends/gpu-2/drain");

                assertEquals("status_changed gpu-2", nextEvent(lines));
            }
        }
    }

    private static BufferedReader stream(Socket socket) throws IOException {
        socket.getOutputStream()
                .write(("GET /v1/events HTTP/1.1\r\nHost: " + NAME + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        while (!lines.readLine().startsWith("retry: ")) {
            // The head of the answer.
        }
        return lines;
    }

    private static String nextEvent(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (!line.startsWith("data: ")) {
            line = lines.readLine();
        }
        return line.replaceFirst(".*\"type\":\"([a-z_]+)\",\"backend\":\"([^\"]+)\".*", "$1 $2");
    }

    private Program start(SmallFleet fleet, int port) throws Exception {
        String nginx = Tool.installed("nginx", "nginx-light");
        var replaced = Map.of(
                "127.0.0.1:8080", "127.0.0.1:" + port,
                "127.0.0.1:8000", "127.0.0.1:" + fleet.port(),
                "http {", OWN_FOLDERS.replace("FOLDER", folder.toString()));
        Path config = Tool.copy("nginx.conf", folder, replaced);
        String settings = "daemon off; error_log stderr notice; pid " + folder.resolve("nginx.pid") + ";";
        var program = Tool.start(folder, List.of(nginx, "-e", "stderr", "-c", config.toString(), "-g", settings));
        program.await("start worker process");
        return program;
    }
}
