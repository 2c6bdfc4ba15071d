package nexus.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nexus.app.demo.Behaviour;
import nexus.app.demo.Reply;
import nexus.app.demo.StandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No key that Nexus was given comes out of it again, not even when a server sends it back.
class SecretsTest {

    private static final String KEY = "sk-4f1d9c2ab77e40c6";
    private static final String TOKEN = "gateway-token-83a1b5";

    @TempDir
    private Path folder;

    @Test
    void aKeyThatTheServerEchoesIsNowhereToBeSeen() throws IOException {
        // given what OpenAI does with a wrong key, only worse
        var echo = Reply.of("401 Unauthorized", "application/json", """
                {"error":{"message":"Incorrect API key provided: %s (%s)","code":"invalid_api_key"}}""".formatted(KEY, TOKEN));
        try (var server = StandIn.start("cloud", Behaviour.always(echo));
                var nexus = serve(server)) {
            nexus.awaitBackend("cloud", "unhealthy");

            // then neither log nor API nor terminal has it
            String all = String.join(
                    "\n",
                    nexus.out().text(),
                    nexus.log().text(),
                    nexus.curl("/health"),
                    nexus.curl("/v1/backends"),
                    nexus.curl("/v1/backends/cloud"),
                    nexus.curl("/v1/backends/cloud/explain"),
                    nexus.nexus("why", "cloud", "--all").out(),
                    nexus.nexus("why", "cloud", "--json").out(),
                    nexus.nexus("health").out(),
                    nexus.nexus("backends", "list").out(),
                    nexus.nexus("backends", "list", "--json").out());
            assertTrue(all.contains("HttpError(401)"), all);
            for (var secret : List.of(KEY, TOKEN, KEY.substring(3), TOKEN.substring(8))) {
                assertFalse(all.contains(secret), all);
            }
        }
    }

    private RunningNexus serve(StandIn server) throws IOException {
        String toml = Toml.FAST + Toml.backend(server, "openai") + """
                api_key_env = "CLOUD_KEY"
                headers = { X-Gateway = "env:GATEWAY_TOKEN" }
                """;
        var env = Map.of("CLOUD_KEY", KEY, "GATEWAY_TOKEN", TOKEN);
        return RunningNexus.serve(folder, toml, env, "--log-level", "trace");
    }
}
