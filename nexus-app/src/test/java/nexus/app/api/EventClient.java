package nexus.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A client of the plainest kind: what comes, with the sizes of chunks left out.
final class EventClient implements AutoCloseable {

    record Event(long id, String type, JsonNode data) {}

    private final Socket socket;
    private final BufferedReader lines;
    private final List<String> head = new ArrayList<>();

    EventClient(Socket socket, String path, String headers) throws IOException {
        this.socket = socket;
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            head.add(line);
        }
        // The stream begins with what a browser shall wait; from now on nothing is missed.
        while (!lines.readLine().startsWith("retry: ")) {}
    }

    String status() {
        return head.getFirst();
    }

    String header(String name) {
        return head.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    Event next() throws IOException {
        String id = "";
        String type = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                type = line.substring(7);
            } else if (line.startsWith("data: ")) {
                var data = Documented.heldEvent(new ObjectMapper().readTree(line.substring(6)));
                return new Event(Long.parseLong(id), type, data);
            }
        }
        throw new IOException("the stream has ended");
    }

    /// The next line that says something; null at the end.
    String lineOrEnd() throws IOException {
        try {
            String line = lines.readLine();
            while (line != null && line.isEmpty()) {
                line = lines.readLine();
            }
            return line;
        } catch (SocketException e) {
            return null; // Cut, which is an end too.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
