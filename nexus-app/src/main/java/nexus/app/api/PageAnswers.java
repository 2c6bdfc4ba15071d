package nexus.app.api;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.Locale;
import nexus.app.page.PageFile;

/// Sends what a browser shows: with a policy that lets nothing run or load but the page's own files, and in a way that
/// lets the browser keep it.
final class PageAnswers {

    /// The file never changes: another one has another name.
    static final Header FOR_EVER = cached("public, max-age=31536000, immutable");
    /// It may have changed: the browser asks, and mostly hears that it has not.
    static final Header ASK_AGAIN = cached("no-cache");
    /// A few seconds late is good enough for who only looks.
    static final Header FOR_SECONDS = cached("public, max-age=5");

    private static final Header HTML = HeaderValues.create(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8");
    private static final Header SVG = HeaderValues.create(HeaderNames.CONTENT_TYPE, "image/svg+xml");
    private static final Header POLICY = HeaderValues.create(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    private static final Header NO_REFERRER = HeaderValues.create("Referrer-Policy", "no-referrer");
    private static final Header ANY_ORIGIN = HeaderValues.create("Cross-Origin-Resource-Policy", "cross-origin");
    private static final Header GZIP = HeaderValues.create(HeaderNames.CONTENT_ENCODING, "gzip");
    private static final Header VARY = HeaderValues.create(HeaderNames.VARY, "Accept-Encoding");

    private PageAnswers() {}

    static void file(ServerRequest request, ServerResponse response, PageFile file, Header caching) {
        String tag = '"' + file.hash() + '"';
        headers(response, HeaderValues.create(HeaderNames.CONTENT_TYPE, file.contentType()), caching);
        response.header(Answers.SAME_ORIGIN).header(VARY).header(HeaderValues.create(HeaderNames.ETAG, tag));
        if (names(request, tag)) {
            response.status(Status.NOT_MODIFIED_304).send();
        } else if (takesGzip(request)) {
            send(response.header(GZIP), file.compressed());
        } else {
            send(response, file.plain());
        }
    }

    /// A page without a script, made for the moment.
    static void page(ServerResponse response, byte[] html) {
        headers(response, HTML, FOR_SECONDS);
        // counted like every large answer
        Answers.text(response, HTML, html);
    }

    /// A picture that pages of other sites may show.
    static void picture(ServerResponse response, byte[] svg) {
        headers(response, SVG, FOR_SECONDS);
        send(response.header(ANY_ORIGIN), svg);
    }

    private static void headers(ServerResponse response, Header contentType, Header caching) {
        response.header(contentType)
                .header(caching)
                .header(POLICY)
                .header(Answers.NO_SNIFF)
                .header(NO_REFERRER);
    }

    private static void send(ServerResponse response, byte[] body) {
        if (HeadersOnly.wanted()) {
            response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, body.length));
            response.send();
        } else {
            response.send(body);
        }
    }

    /// A proxy that compresses anew turns a tag into a weak one (RFC 9110, section 8.8.1).
    private static boolean names(ServerRequest request, String tag) {
        String known = String.join(",", request.headers().values(HeaderNames.IF_NONE_MATCH));
        return Arrays.stream(known.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals(tag) || one.equals("W/" + tag));
    }

    private static boolean takesGzip(ServerRequest request) {
        String accepted = String.join(",", request.headers().values(HeaderNames.ACCEPT_ENCODING));
        return Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .anyMatch(coding -> coding.matches("gzip(\\s*;\\s*q=(1|1\\.0+|0\\.0*[1-9][0-9]*))?"));
    }

    private static Header cached(String how) {
        return HeaderValues.create(HeaderNames.CACHE_CONTROL, how);
    }
}
