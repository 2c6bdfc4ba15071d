package nexus.app.exchange;

import java.util.List;
import nexus.spi.Answer;

/// Recognizes servers that answer plain HTTP at a TLS port with a 400 that says so.
public final class TlsWanted {

    private static final int LOOK = 2048;

    /// nginx, Go's net/http, Apache httpd.
    private static final List<String> SENTENCES = List.of(
            "plain HTTP request was sent to HTTPS port",
            "Client sent an HTTP request to an HTTPS server",
            "speaking plain HTTP to an SSL-enabled server port");

    private TlsWanted() {}

    /// Whether this answer to a question over plain HTTP means: the URL should begin with https.
    public static boolean in(Answer answer) {
        if (answer.status() != 400) {
            return false;
        }
        String text = answer.text(LOOK);
        return SENTENCES.stream().anyMatch(text::contains);
    }
}
