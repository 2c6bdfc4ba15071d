package nexus.app.faults;

import static nexus.app.faults.Scripts.LIST;
import static nexus.app.faults.Scripts.answer;
import static nexus.app.faults.Scripts.forEver;
import static nexus.app.faults.Scripts.head;
import static nexus.app.faults.Scripts.json;
import static nexus.app.faults.Scripts.routes;
import static nexus.app.faults.Scripts.utf8;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nexus.app.config.OnParseError;
import nexus.app.exchange.OneServer.Script;
import nexus.app.faults.Fault.OfBackend;

/// Whole 2xx answers with a body that is not, or only just, a list of models.
final class Bodies {

    private static final String UTF_16 =
            new String(LIST.getBytes(StandardCharsets.UTF_16), StandardCharsets.ISO_8859_1);
    private static final String NOT_FOUND = answer("404 Not Found", "text/plain", "404 page not found");
    private static final String UNEXPECTED = unexpected("/api/tags");
    private static final String LLAMA_NOT_FOUND = answer(
            "404 Not Found\r\nServer: llama.cpp",
            "application/json",
            "{\"error\":{\"message\":\"File Not Found\",\"type\":\"not_found_error\",\"code\":404}}");
    private static final String HTML =
            answer("200 OK", "text/html", "<!doctype html><html><head><title>Open WebUI</title></head></html>");

    static final List<Fault> FAULTS = List.of(
            body("byte-order-mark", utf8("\ufeff") + LIST),
            body("utf-16", UTF_16),
            body("utf-8-invalid", LIST.replace("\"m\"", "\"m\u00ff\u00fe\"")),
            Fault.of("no-content", forEver(head("204 No Content"))),
            Fault.of("error-object-with-200", "ollama", routes(Map.of("/v1/models", json(LIST)), UNEXPECTED)),
            prefixed("path-unknown-to-lmstudio", "lmstudio", "/api/v0", forEver(unexpected("/api/v0/v1/models"))),
            prefixed(
                    "path-unknown-to-lmstudio-as-openai",
                    "openai",
                    "/api/v0",
                    forEver(unexpected("/api/v0/v1/models"))),
            body("error-object-beside-list", "{\"error\":{\"message\":\"model runner has crashed\"},\"data\":[]}"),
            Fault.of("html-page", forEver(HTML)),
            new OfBackend(
                    "html-page-forgiven-never",
                    stage -> stage.http(forEver(HTML)).lenient(OnParseError.ALIVE)),
            new OfBackend(
                    "unreadable-forgiven",
                    stage -> stage.http(forEver(json("{\"ok\":true}"))).lenient(OnParseError.ALIVE)),
            body("body-empty", ""),
            body("body-null", "null"),
            body("list-bare-and-empty", "[]"),
            Fault.of("array-for-ollama", "ollama", forEver(json("[]"))),
            body("list-null", "{\"object\":\"list\",\"data\":null}"),
            body("no-list-in-it", "{\"status\":\"ok\"}"),
            body("nested-deeply", "[".repeat(30_000)),
            body("cut-json", LIST.substring(0, 30)),
            body("two-documents", LIST + LIST),
            body("keys-twice", "{\"data\":[{\"id\":\"a\"}],\"data\":[{\"id\":\"b\"}]}"),
            body("ids-empty", "{\"data\":[{\"id\":\"\"},{\"id\":\"m\"}]}"),
            body("ids-all-unusable", "{\"data\":[{\"id\":\"\"},{\"id\":null},{}]}"),
            body("ids-numbers", "{\"data\":[{\"id\":1},{\"id\":2.5}]}"),
            body("ids-of-10-kb", "{\"data\":[{\"id\":\"" + "x".repeat(10_000) + "\"},{\"id\":\"m\"}]}"),
            body(
                    "words-by-the-thousand",
                    "{\"data\":[{\"id\":\"m\",\"capabilities\":[" + "\"a\",".repeat(9_999) + "\"b\"]}]}"),
            body("ids-with-control-characters", "{\"data\":[{\"id\":\"a\\u001b[31m\\u0007b\"}]}"),
            body("error-with-control-characters", "{\"error\":\"\\u001b]0;owned\\u0007 bad\\nluck \\u202e\"}"),
            Fault.of("type-ollama-but-vllm", "ollama", routes(Map.of("/v1/models", json(Scripts.VLLM)), NOT_FOUND)),
            Fault.of(
                    "type-ollama-but-llamacpp",
                    "ollama",
                    routes(
                            Map.of(
                                    "/health", json("{\"status\":\"ok\"}"),
                                    "/v1/models",
                                            json(
                                                    "{\"object\":\"list\",\"data\":[{\"id\":\"m\",\"owned_by\":\"llamacpp\"}]}")),
                            NOT_FOUND)),
            prefixed("path-unknown-to-llamacpp", "openai", "/v1/chat/completions", forEver(LLAMA_NOT_FOUND)),
            Fault.of(
                    "type-llamacpp-but-ollama", "llamacpp", routes(Map.of("/api/tags", json(Scripts.TAGS)), NOT_FOUND)),
            Fault.of("llamacpp-not-ok", "llamacpp", forEver(json("{\"status\":\"no slot available\"}"))));

    private Bodies() {}

    /// LM Studio's words for a path that it doesn't know.
    private static String unexpected(String path) {
        return json("{\"error\":\"Unexpected endpoint or method. (GET " + path + "). Returning 200 anyway\"}");
    }

    /// A URL with more of a path in it than there should be.
    private static Fault prefixed(String id, String type, String prefix, Script script) {
        return new OfBackend(
                id,
                stage -> Setup.at("http://127.0.0.1:" + stage.serve(script) + prefix)
                        .as(type));
    }

    private static Fault body(String id, String body) {
        return Fault.of(id, forEver(json(body)));
    }
}
