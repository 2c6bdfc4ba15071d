package nexus.app.api;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One request and its whole answer, as far as the API's description speaks of them.
///
/// @param target  as it was sent: path and query
/// @param headers of the answer; names in lower case
record Exchange(String method, String target, int status, Map<String, String> headers, String body) {

    private static final Pattern REQUEST = Pattern.compile("([A-Z]+) (\\S+) HTTP/1[.]1\r\n");
    private static final Pattern STATUS = Pattern.compile("HTTP/1[.]1 ([0-9]{3}) .*");

    static Exchange of(HttpResponse<String> answer) {
        var uri = answer.request().uri();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var headers = answer.headers().map().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(Locale.ROOT),
                        header -> String.join(",", header.getValue())));
        return new Exchange(
                answer.request().method(), uri.getRawPath() + query, answer.statusCode(), headers, answer.body());
    }

    /// From the bytes of both; empty where they are not one well-formed request and one answer of known length.
    static Optional<Exchange> of(String request, String answer) {
        var line = REQUEST.matcher(request);
        int end = answer.indexOf("\r\n\r\n");
        if (!line.lookingAt() || line.find() || end < 0 || answer.indexOf("HTTP/1.1 ", end) >= 0) {
            return Optional.empty();
        }
        line.reset().lookingAt();
        var head = answer.substring(0, end).split("\r\n");
        var status = STATUS.matcher(head[0]);
        var headers = new TreeMap<String, String>();
        for (int i = 1; i < head.length; i++) {
            var header = head[i].split(": *", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        }
        return status.matches() && !headers.containsKey("transfer-encoding")
                ? Optional.of(new Exchange(
                        line.group(1),
                        line.group(2),
                        Integer.parseInt(status.group(1)),
                        headers,
                        answer.substring(end + 4)))
                : Optional.empty();
    }

    /// Without query, and without the authority of an absolute URL.
    String path() {
        return target.split("\\?", 2)[0].replaceFirst("^https?://[^/]*", "");
    }

    /// Whether what the path leads to can be read from it: routing unwinds detours and escapes.
    boolean isPlain() {
        return path().startsWith("/v1/models/")
                || !path().toLowerCase(Locale.ROOT).matches("(?:[^/].*|.*(?:%2f|;|//|/[.]).*)");
    }

    @Override
    public String toString() {
        return method + " " + target + " -> " + status + " " + headers + "\n" + body;
    }
}
