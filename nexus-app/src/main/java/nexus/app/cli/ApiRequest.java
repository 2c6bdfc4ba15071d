package nexus.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import nexus.app.config.Secret;
import nexus.app.log.Printable;

/// One request to Nexus. Made with the JDK's old client: it starts in a third of the new one's time.
///
/// @param millis how long its answer may take
record ApiRequest(String method, String path, Optional<Content> content, int millis) {

    /// More than ten thousand backends with all their models take.
    private static final int MAX_BODY_BYTES = 256 << 20;

    /// A request's body.
    record Content(String type, byte[] bytes) {}

    /// How a request was answered.
    record Answer(int status, byte[] body) {}

    /// A request that changes something and needs no body.
    static ApiRequest post(String path) {
        return post(path, new Content("application/json", new byte[0]));
    }

    static ApiRequest post(String path, Content content) {
        return new ApiRequest("POST", path, Optional.of(content), ApiClient.TIMEOUT_MILLIS);
    }

    static ApiRequest delete(String path) {
        return new ApiRequest("DELETE", path, Optional.empty(), ApiClient.TIMEOUT_MILLIS);
    }

    /// A backend's own path.
    static String backend(String name) {
        return "/v1/backends/" + segment(name);
    }

    /// A name as one part of a path.
    static String segment(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    ApiRequest patient(int millis) {
        return new ApiRequest(method, path, content, millis);
    }

    /// @param token sent with all but `GET`: reading is open
    Answer send(String base, Optional<Secret> token, ServerTrust trust) throws IOException {
        var connection = (HttpURLConnection) URI.create(base + path).toURL().openConnection(Proxy.NO_PROXY);
        if (connection instanceof HttpsURLConnection secure) {
            trust.applyTo(secure);
        }
        connection.setRequestMethod(method);
        connection.setConnectTimeout(ApiClient.TIMEOUT_MILLIS);
        connection.setReadTimeout(millis);
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("Connection", "close");
        if (!method.equals("GET")) {
            token.ifPresent(secret -> connection.setRequestProperty("Authorization", "Bearer " + secret.reveal()));
        }
        if (content.isPresent()) {
            write(connection, content.get());
        }
        int status = connection.getResponseCode();
        return new Answer(status, body(connection, status));
    }

    /// With its length fixed before: the old client would send a change twice when a connection breaks.
    private static void write(HttpURLConnection connection, Content content) throws IOException {
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(content.bytes().length);
        connection.setRequestProperty("Content-Type", content.type());
        try (var out = connection.getOutputStream()) {
            out.write(content.bytes());
        }
    }

    private static byte[] body(HttpURLConnection connection, int status) throws IOException {
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return body == null ? new byte[0] : body.readNBytes(MAX_BODY_BYTES);
        }
    }

    /// Why there was no answer, in words.
    String why(IOException e) {
        return switch (e) {
            case SocketTimeoutException _ -> "no answer within " + millis / 1000 + " s";
            case UnknownHostException _ -> "unknown host";
            default -> Printable.text(String.valueOf(e.getMessage()));
        };
    }
}
