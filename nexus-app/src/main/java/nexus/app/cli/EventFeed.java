package nexus.app.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads the events of one answer of `/v1/events` (HTML Living Standard, "Server-sent events"; only what
/// Nexus sends of it: one line of data an event).
final class EventFeed implements AutoCloseable {

    /// Three heartbeats: a connection that is silent for longer is gone.
    static final int SILENCE_MILLIS = 45_000;
    private static final int LONGEST_LINE = 1 << 20;

    /// @param data a JSON object, as it was sent
    record Item(long id, String data) {}

    private final HttpURLConnection connection;
    private final InputStream in;

    /// @throws IOException if it can't be read, or is no stream of events
    EventFeed(HttpURLConnection connection) throws IOException {
        this.connection = connection;
        int status = connection.getResponseCode();
        String type = Optional.ofNullable(connection.getContentType()).orElse("");
        if (status != HttpURLConnection.HTTP_OK || !type.startsWith("text/event-stream")) {
            connection.disconnect();
            throw new IOException("answered with status " + status);
        }
        this.in = new BufferedInputStream(connection.getInputStream());
    }

    /// The next event; empty at the end of the stream.
    ///
    /// @throws IOException if it breaks off, or nothing comes for [#SILENCE_MILLIS]
    Optional<Item> next() throws IOException {
        String id = "";
        for (var line = line(); line.isPresent(); line = line()) {
            String text = line.get();
            if (text.startsWith("id: ")) {
                id = text.substring(4);
            } else if (text.startsWith("data: ") && id.matches("[0-9]{1,18}")) {
                return Optional.of(new Item(Long.parseLong(id), text.substring(6)));
            }
        }
        return Optional.empty();
    }

    private Optional<String> line() throws IOException {
        var line = new ByteArrayOutputStream(256);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            line.write(b);
            if (line.size() > LONGEST_LINE) {
                throw new IOException("sent a line without an end");
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
