package nexus.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import nexus.app.log.Printable;

/// Asks a running Nexus. Made with the JDK's old client: it starts in a third of the new one's time.
///
/// @param base the server's address, without a slash at its end
record ApiClient(String base) {

    private static final int TIMEOUT_MILLIS = 5000;
    /// More than ten thousand backends with all their models take.
    private static final int MAX_BODY_BYTES = 256 << 20;

    /// An answer that was recognised as Nexus's own.
    record ApiAnswer(Json json, String body) {}

    /// Asks for a path that is always answered with 200.
    ///
    /// @param ours whether an answer is one of Nexus's
    /// @throws CommandFailure if there is no server, or something else answers
    ApiAnswer ask(String path, Predicate<Json> ours) {
        try {
            var connection = open(path);
            int status = connection.getResponseCode();
            byte[] body = body(connection, status);
            var json = Json.read(body);
            if (status != HttpURLConnection.HTTP_OK || json.filter(ours).isEmpty()) {
                throw notNexus(status);
            }
            return new ApiAnswer(json.get(), new String(body, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw noAnswer(e);
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        var connection = (HttpURLConnection) URI.create(base + path).toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("Connection", "close");
        return connection;
    }

    private static byte[] body(HttpURLConnection connection, int status) throws IOException {
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return body == null ? new byte[0] : body.readNBytes(MAX_BODY_BYTES);
        }
    }

    private CommandFailure noAnswer(IOException e) {
        String why = switch (e) {
            case SocketTimeoutException _ -> "no answer within 5 s";
            case UnknownHostException _ -> "unknown host";
            case SSLException _ -> "the TLS handshake failed";
            default -> Printable.text(String.valueOf(e.getMessage()));
        };
        return CommandFailure.unreachable("no Nexus answers at " + base + " (" + why
                + "): start it with 'nexus serve', or give its address with --url or NEXUS_URL");
    }

    private CommandFailure notNexus(int status) {
        String what = status < 0 ? "no HTTP" : "status " + status;
        String vllm = base.endsWith(":8000") ? "; 8000 is vLLM's default port too" : "";
        return CommandFailure.unreachable("what answers at " + base + " is not Nexus (" + what + vllm
                + "): give Nexus's address with --url or NEXUS_URL");
    }
}
