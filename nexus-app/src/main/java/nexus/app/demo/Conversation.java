package nexus.app.demo;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;

/// One connection of a [StandIn]: requests in, replies out, until either side is done.
final class Conversation {

    /// What uvicorn and llama-server were seen to do: an idle connection is closed after 5 s.
    private static final int IDLE_MILLIS = 5_000;

    private static final int LONGEST_HEAD = 16 * 1024;

    /// What uvicorn says to a TLS handshake or other noise.
    private static final Reply BAD_REQUEST =
            Reply.of("400 Bad Request", "text/plain; charset=utf-8", "Invalid HTTP request received.");

    private final Socket socket;
    private final Supplier<Behaviour> behaviour;
    private final Latency latency;
    private final Runnable onRequest;

    Conversation(Socket socket, Supplier<Behaviour> behaviour, Latency latency, Runnable onRequest) {
        this.socket = socket;
        this.behaviour = behaviour;
        this.latency = latency;
        this.onRequest = onRequest;
    }

    void run() throws IOException {
        var in = new BufferedInputStream(socket.getInputStream());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(IDLE_MILLIS);
        boolean more = true;
        while (more) {
            String head = head(in);
            if (head.isEmpty()) {
                return;
            }
            if (!Character.isUpperCase(head.charAt(0))) {
                socket.getOutputStream().write(BAD_REQUEST.wire());
                return;
            }
            onRequest.run();
            more = treat(head, in, behaviour.get());
        }
    }

    /// Whether another request may follow.
    private boolean treat(String head, InputStream in, Behaviour how) throws IOException {
        return switch (how) {
            case Behaviour.Answers answers -> answer(head, answers);
            case Behaviour.Hangs _ -> {
                socket.setSoTimeout(0);
                in.transferTo(OutputStream.nullOutputStream());
                yield false;
            }
            case Behaviour.HangsUp _ -> false;
            case Behaviour.Times times -> treat(head, in, times.now());
        };
    }

    private boolean answer(String head, Behaviour.Answers answers) throws IOException {
        String[] words = head.lines().findFirst().orElse("").split(" ");
        Reply reply = answers.to(words.length > 1 ? words[1] : "/");
        pause();
        socket.getOutputStream().write(reply.wire());
        boolean mayHaveBody = !words[0].equals("GET");
        boolean lastOne = head.toLowerCase(Locale.ROOT).contains("\r\nconnection: close");
        return reply.keepsOpen() && !mayHaveBody && !lastOne;
    }

    private void pause() throws IOException {
        try {
            Thread.sleep(latency.next());
        } catch (InterruptedException e) {
            throw new IOException("the stand-in is being closed", e);
        }
    }

    /// The request's head with its empty line; empty when the client went away, its first byte when that is no
    /// letter of a method.
    private static String head(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int ends = 0;
        while (bytes.size() < LONGEST_HEAD) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            bytes.write(next);
            if (bytes.size() == 1 && !Character.isUpperCase(next)) {
                break;
            }
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
            if (ends == 2) {
                break;
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
