package nexus.distribution.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import nexus.app.demo.Behaviour;
import nexus.app.demo.Reply;
import nexus.app.demo.StandIn;

/// The LLM servers of the scenes, and the states that they can be in.
enum Played {
    LOCAL_OLLAMA(
            "local-ollama",
            "",
            "11434",
            Map.of(
                    "/api/tags",
                            Reply.json(
                                    """
                    {"models":[%s,%s]}""".formatted(
                                                    ollama(
                                                            "llama3:8b",
                                                            "365c0bd3c000a25d28ddbf732fe1c6add414de7275464c4e4d1c3b5fcb5d8ad1"),
                                                    ollama(
                                                            "nomic-embed-text:latest",
                                                            "0a109f422b47e3a30ba2b10eca18548e944e8a23073ee3f3e947efcf3c45e59f"))),
                    "/api/ps", Reply.json("{\"models\":[]}"),
                    "/api/version", Reply.json("{\"version\":\"0.12.3\"}"),
                    "/", Reply.of("200 OK", "text/plain; charset=utf-8", "Ollama is running"))),
    GPU_1("gpu-1", "gpu-1.example.com", "8001", vllm("Qwen/Qwen3-8B")),
    GPU_2("gpu-2", "gpu-2.example.com", "8001", vllm("tiny"));

    private static final Reply NOT_FOUND = Reply.of("404 Not Found", "text/plain", "404 page not found");

    private final String name;
    private final String host;
    private final String port;
    private final Map<String, Reply> answers;

    Played(String name, String host, String port, Map<String, Reply> answers) {
        this.name = name;
        this.host = host;
        this.port = port;
        this.answers = answers;
    }

    /// Its name in the pages.
    String title() {
        return name;
    }

    /// Tells where it is in the pages, and where here.
    void tell(Addresses addresses, int real) {
        if (isLocal()) {
            addresses.with(port, "" + real);
        } else {
            addresses.with(host, port, real);
        }
    }

    /// On the machine of whoever reads.
    boolean isLocal() {
        return host.isEmpty();
    }

    StandIn start() {
        return StandIn.start(name, well());
    }

    /// Has it do as a state says: `up`, `down`, `dead` (its engine).
    void become(String state, StandIn standIn) {
        if (state.equals("down")) {
            standIn.goDown();
            return;
        }
        standIn.become(behaviour(state));
        standIn.comeBack();
    }

    private Behaviour.Answers behaviour(String state) {
        return switch (state) {
            case "up" -> well();
            case "dead" -> well().with("/health", recorded("vllm/engine-dead-health"));
            default -> throw new IllegalArgumentException("a server can't be " + state);
        };
    }

    private Behaviour.Answers well() {
        return new Behaviour.Answers(answers, NOT_FOUND);
    }

    private static String ollama(String model, String digest) {
        return """
                {"name":"%1$s","model":"%1$s","modified_at":"2026-11-24T14:52:17.821352065Z","size":4661224676,\
                "digest":"%2$s","details":{"parent_model":"","format":"gguf","families":["llama"]}}""".formatted(model, digest);
    }

    private static Map<String, Reply> vllm(String model) {
        return Map.of(
                "/v1/models", Reply.json("""
                        {"object":"list","data":[{"id":"%1$s","object":"model","created":1764000000,"owned_by":"vllm",\
                        "root":"%1$s","parent":null,"max_model_len":32768}]}""".formatted(model)),
                "/health", Reply.of("200 OK", "text/plain", ""),
                "/version", Reply.json("{\"version\":\"0.11.0\"}"));
    }

    /// One of the demo's answers.
    private static Reply recorded(String name) {
        try (var file = StandIn.class.getResourceAsStream(name + ".http")) {
            return Reply.raw(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
