package nexus.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nexus.app.demo.Behaviour;
import nexus.app.demo.Reply;
import nexus.app.demo.StandIn;

/// Secrets in every place where a user may put one, and servers that send them back in every way they can.
final class Planted {

    static final String KEY = "sk-4f1d9c2ab77e40c6Zq8";
    static final String GATEWAY = "gw7Xk2pVt9LmB4cR";
    static final String LITERAL = "Lt5nQ8wYz3HfJ6sD";
    static final String NEXT_LITERAL = "Nx4vG7bKe2TcU9aM";
    static final String POSTED = "Po6rS1yWq8ZhC3dF";
    static final String PASSWORD = "Pw9jN5mXg2EkA7tL";
    static final String ADMIN = "Ad3uV8fRb6QsY1iH";
    static final String HOOK = "Hk2eL7vQp4XcN9dS";
    static final String SIGNING = "Sg6tB1zMw5YhR8fK";
    static final List<String> ALL =
            List.of(KEY, GATEWAY, LITERAL, NEXT_LITERAL, POSTED, PASSWORD, ADMIN, HOOK, SIGNING);

    static final Map<String, String> ENV = Map.of(
            "CLOUD_KEY",
            KEY,
            "GATEWAY_TOKEN",
            GATEWAY,
            "ADMIN",
            ADMIN,
            "NEXUS_ADMIN_TOKEN",
            ADMIN,
            "SIGNING",
            SIGNING,
            "DEAD_HOOK",
            "http://127.0.0.1:1/services/" + HOOK);

    /// Shorter parts may be there by chance, and tell nothing.
    private static final int FRAGMENT = 8;

    private Planted() {}

    static List<StandIn> servers() {
        var servers = new ArrayList<StandIn>();
        replies().forEach((name, reply) -> servers.add(StandIn.start(name, Behaviour.always(reply))));
        return servers;
    }

    private static Map<String, Reply> replies() {
        String both = KEY + " " + GATEWAY + " " + LITERAL;
        Map<String, Reply> replies = new LinkedHashMap<>();
        replies.put("echo-body", json("401 Unauthorized", """
                {"error":{"message":"Incorrect API key provided: %s (%s)","code":"%s"}}""".formatted(KEY, GATEWAY, LITERAL)));
        replies.put("echo-words", json("500 No", "{\"error\":\"you sent " + both + " to us\"}"));
        replies.put(
                "echo-part",
                json(
                        "500 No",
                        "{\"error\":\"it starts like " + KEY.substring(0, 12) + ", ends like " + GATEWAY.substring(7)
                                + ", holds " + LITERAL.substring(2, 14) + "x\"}"));
        replies.put("echo-cut", json("500 No", "{\"error\":\"" + "a ".repeat(93) + KEY + "\"}"));
        replies.put("echo-models", json("200 OK", """
                {"object":"list","data":[{"id":"%s","owned_by":"%s"},{"id":"m-%s"},{"id":"%s-m"},{"id":"good"}]}""".formatted(KEY, GATEWAY, LITERAL, KEY.substring(3, 15))));
        replies.put("echo-page", Reply.of("200 OK", "text/html", "<html><title>" + both + "</title></html>"));
        replies.put("echo-text", Reply.of("200 OK", "text/plain", both));
        replies.put("echo-type", Reply.of("200 OK", "application/" + KEY, "no"));
        replies.put(
                "echo-json", json("200 OK", "{\"" + KEY + "\":\"" + GATEWAY + "\",\"status\":\"" + LITERAL + "\"}"));
        replies.put(
                "echo-redirect",
                raw("HTTP/1.1 302 Found\r\nLocation: http://user:" + KEY + "@h/?key=" + GATEWAY + "&x=" + LITERAL
                        + "\r\nContent-Length: 0\r\n\r\n"));
        replies.put(
                "echo-headers",
                raw("HTTP/1.1 403 " + KEY + "\r\nServer: " + KEY + "\r\nWWW-Authenticate: Bearer realm=\"" + GATEWAY
                        + "\"\r\nX-Request: " + LITERAL + "\r\nContent-Length: 0\r\n\r\n"));
        replies.put("echo-status", raw(KEY + " " + GATEWAY + "\r\n\r\n"));
        replies.put("echo-length", raw("HTTP/1.1 200 OK\r\nContent-Length: " + KEY + "\r\n\r\n"));
        replies.put("echo-chunks", raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + GATEWAY + "\r\n"));
        return replies;
    }

    private static Reply json(String status, String body) {
        return Reply.of(status, "application/json", body);
    }

    private static Reply raw(String wire) {
        return Reply.raw(wire.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// A configuration with all of them.
    static String toml(List<StandIn> servers, String format) {
        return toml(servers, format, "");
    }

    /// The same with one header more.
    static String changed(List<StandIn> servers, String format) {
        return toml(servers, format, ", X-Next = \"" + NEXT_LITERAL + "\"");
    }

    private static String toml(List<StandIn> servers, String format, String more) {
        var toml = new StringBuilder(Toml.FAST.replace("port = 0", "port = 0\nadmin_token_env = \"ADMIN\""))
                .append("\n[logging]\nlevel = \"trace\"\nformat = \"" + format + "\"\n");
        for (var server : servers) {
            toml.append(Toml.backend(server, "openai")).append("""
                    api_key_env = "CLOUD_KEY"
                    headers = { X-Gateway = "env:GATEWAY_TOKEN", X-Literal = "%s"%s }
                    """.formatted(LITERAL, more));
        }
        return toml.toString();
    }

    /// Receivers, one at this address, that refuse everything and send back what they were sent.
    static String receivers(String url) {
        return """

                [[notify]]
                name = "echo-body"
                shape = "json"
                url = "%1$s/echo/%2$s?key=%2$s"
                secret_env = "SIGNING"
                group_seconds = 0.1

                [[notify]]
                name = "echo-token"
                shape = "ntfy"
                url = "%1$s/echo-%2$s"
                token_env = "SIGNING"
                group_seconds = 0.1

                [[notify]]
                name = "echo-pager"
                shape = "pagerduty"
                url = "%1$s/echo/%2$s"
                routing_key_env = "SIGNING"
                group_seconds = 0.1

                [[notify]]
                name = "dead"
                shape = "slack"
                url_env = "DEAD_HOOK"
                group_seconds = 0.1
                """.formatted(url, HOOK);
    }

    /// Where something of a secret stands; empty if nowhere.
    static List<String> found(Map<String, String> texts) {
        var found = new ArrayList<String>();
        texts.forEach((where, text) -> ALL.forEach(secret -> {
            for (int at = 0; at + FRAGMENT <= secret.length(); at++) {
                int place = text.indexOf(secret.substring(at, at + FRAGMENT));
                if (place >= 0) {
                    found.add(where + ": ..."
                            + text.substring(Math.max(0, place - 120), Math.min(text.length(), place + 60)) + "...");
                    return;
                }
            }
        }));
        return found;
    }
}
