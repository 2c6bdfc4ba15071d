package nexus.app.explain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendConfig.Credential;
import nexus.app.config.BackendConfig.Header;
import nexus.app.config.BackendSource;
import nexus.app.config.BackendUrl;
import nexus.app.config.OnParseError;
import nexus.app.config.Origins;
import nexus.app.config.Samples;
import nexus.app.config.Secret;
import nexus.app.config.Timing;
import nexus.app.config.TlsConfig;
import nexus.app.health.CheckError;
import nexus.app.health.Thresholds;
import nexus.app.registry.Seen;

/// What a backend can be like, one explanation of each kind.
public final class Shapes {

    public static final String SECRET = "hunter2-planted";

    private static final CheckError TIMEOUT = new CheckError.Timeout(
            5, "connected in 0.4 ms, then no answer for 5 s", "Increase timeout_seconds or fix backend");
    private static final CheckError LOADING = new CheckError.HttpError(
            503, true, "the server is up and still loading a model (503)", "Wait until the model is loaded");
    private static final CheckError KEY = new CheckError.HttpError(
            401,
            false,
            "the backend wants other credentials (401, the key from CLOUD_KEY was sent): invalid key ***",
            "Check the key in CLOUD_KEY");
    private static final CheckError TYPE = new CheckError.HttpError(
            404, false, "there is no /v1/models on this server (404); it answers like ollama", "Set type = \"ollama\"");

    private Shapes() {}

    /// By name, in the order in which people meet them.
    public static Map<String, Explanation> all() {
        var all = new LinkedHashMap<String, Explanation>();
        all.put("healthy", gpu().good(9, "Qwen/Qwen3-8B", "my/gemma-copy:q4").explained());
        all.put(
                "forgiven",
                gpu().forgiven("the answer is no JSON but text (status 200)").explained());
        all.put(
                "healthy-failing",
                gpu().good(4, "m").bad(2, TIMEOUT, History.SLOW).explained());
        all.put("healthy-void", gpu().good(4, "m").voided(TIMEOUT).explained());
        all.put(
                "unhealthy-timeouts",
                gpu().good(12, "m").bad(40, TIMEOUT, History.SLOW).explained());
        all.put("recovering", gpu().bad(5, TIMEOUT, History.SLOW).good(1, "m").explained());
        all.put(
                "wrong-key",
                cloud().bad(3, KEY, History.QUICK, seen(401, "{\"error\":\"invalid key " + SECRET + "\"}"))
                        .explained());
        all.put(
                "loading",
                gpu().bad(
                                4,
                                LOADING,
                                History.QUICK,
                                seen(503, "{\"error\":{\"message\":\"Loading model\",\"code\":503}}"))
                        .explained());
        all.put(
                "wrong-type",
                gpu().bad(3, TYPE, History.QUICK, seen(404, "404 page not found"))
                        .explained());
        all.put(
                "draining",
                gpu().good(3, "m").drained().bad(2, TIMEOUT, History.SLOW).explained());
        all.put("new", gpu().explained());
        all.put(
                "not-known-yet",
                History.of(config("gpu-1", "vllm"), Duration.ofSeconds(1))
                        .good(1, "m")
                        .explained());
        all.put("disabled", History.of(disabled()).explained());
        all.put("checks-off", gpu().explained(Origins.NONE, false));
        all.put(
                "discovered",
                History.of(config("found-1", "ollama").withSource(BackendSource.DISCOVERED))
                        .good(2)
                        .explained());
        return all;
    }

    static BackendConfig config(String name, String type) {
        return BackendConfig.of(name, BackendUrl.parse("http://" + name + ".example.com:8001"), type);
    }

    private static History gpu() {
        return History.of(config("gpu-1", "vllm"));
    }

    /// With all that a user can set, and secrets in it.
    private static History cloud() {
        return History.of(new BackendConfig(
                "cloud",
                BackendUrl.parse("https://llm.example.com"),
                "openai",
                10,
                true,
                Map.of("owner", "research"),
                Optional.of(new Credential("CLOUD_KEY", new Secret(SECRET))),
                List.of(new Header("X-Team", new Secret(SECRET), false)),
                new Timing(
                        Duration.ofSeconds(30),
                        Duration.ofMillis(2500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60)),
                new Thresholds(3, 1),
                Optional.of("/v1/models"),
                OnParseError.ALIVE,
                new TlsConfig(Optional.empty(), true),
                BackendSource.ADDED));
    }

    private static BackendConfig disabled() {
        return Samples.disabled(config("gpu-1", "vllm"));
    }

    private static Seen seen(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return Seen.of(status, bytes, 0, bytes.length);
    }
}
