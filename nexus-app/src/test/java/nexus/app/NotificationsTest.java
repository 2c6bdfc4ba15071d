package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import nexus.app.demo.Behaviour;
import nexus.app.demo.Reply;
import nexus.app.demo.StandIn;
import nexus.app.notify.Hook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Notifications as a user has them: a configuration file, servers that come and go, and what arrives.
class NotificationsTest {

    private static final Behaviour UP =
            Behaviour.always(Reply.of("200 OK", "application/json", "{\"object\":\"list\",\"data\":[]}"));
    private static final Behaviour BROKEN = Behaviour.always(Reply.of("500 No", "text/plain", "<!channel> no engine"));
    private static final Map<String, String> ENV =
            Map.of("SIGNING", "s1gning-s3cret-42", "ROUTING", "r0uting-k3y-4242");

    private final StandIn server = StandIn.start("gpu-1", UP);
    private final Hook hook = Hook.start();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        server.close();
        hook.close();
    }

    @Test
    void whoIsConfiguredIsToldAndTheirTroubleIsSeen() throws Exception {
        try (var nexus = RunningNexus.serve(folder, toml(), ENV)) {
            nexus.awaitBackend("gpu-1", "healthy");
            server.become(BROKEN);

            String slack = body("/slack/T0/s3cret-path");
            assertTrue(slack.contains("gpu-1 is unhealthy"), slack);
            String pager = body("/v2/enqueue");
            assertTrue(pager.contains("\"dedup_key\":\"nexus/pager/host/127.0.0.1\""), pager);
            assertTrue(pager.contains("\"routing_key\":\"r0uting-k3y-4242\""), pager);

            server.become(UP);
            Eventually.seen(
                    "the resolve",
                    hook::requests,
                    all -> all.stream().anyMatch(request -> request.body().contains("\"event_action\":\"resolve\"")));

            var listed = nexus.nexus("notify", "list");
            assertEquals(1, listed.code(), listed.out());
            assertTrue(listed.out().contains("HTTP status 404: no_service"), listed.out());
            var metrics = nexus.curl("/metrics");
            assertTrue(metrics.contains("nexus_notifications_total{receiver=\"broken\",result=\"refused\"}"), metrics);
            assertFalse((listed.out() + metrics + nexus.log().text() + nexus.curl("/v1/notify")).contains("s3cret"));
        }
    }

    @Test
    void whoWasToldBeforeARestartHearsOfTheReturnAfterIt() throws Exception {
        server.become(BROKEN);
        try (var nexus = RunningNexus.serve(folder, toml(), ENV)) {
            nexus.awaitBackend("gpu-1", "unhealthy");
            body("/slack/T0/s3cret-path");
        }
        server.become(UP);
        int before = hook.requests().size();

        try (var nexus = RunningNexus.serve(folder, toml(), ENV)) {
            nexus.awaitBackend("gpu-1", "healthy");

            Eventually.seen("what both receivers are told", hook::requests, all -> {
                String after = all.subList(before, all.size()).toString();
                return after.contains("healthy, it was unhealthy before Nexus started")
                        && after.contains("\"event_action\":\"resolve\"");
            });
        }
    }

    @Test
    void aTestSaysWhetherItArrives() throws Exception {
        try (var nexus = RunningNexus.serve(folder, toml(), ENV)) {
            var good = nexus.nexus("notify", "test", "slack");
            assertEquals("0 slack: delivered (HTTP status 200)\n", good.code() + " " + good.out());

            var bad = nexus.nexus("notify", "test", "broken");
            assertEquals("""
                    1 broken: not delivered: HTTP status 404: no_service (not retried: such a message is lost)
                      fix: Check the URL: the webhook does not exist or was deleted
                    """, bad.code() + " " + bad.out());
            assertEquals(1, nexus.nexus("notify", "test").code());

            var unknown = nexus.nexus("notify", "test", "nobody");
            assertEquals(2, unknown.code());
            assertTrue(unknown.err().contains("no receiver is named"), unknown.err());
        }
    }

    @Test
    void aReloadAddsAReceiverAtOnce() throws Exception {
        String without = toml().substring(0, toml().indexOf("[[notify]]"));
        try (var nexus = RunningNexus.serve(folder, without, ENV)) {
            var none = nexus.nexus("notify", "test");
            assertEquals(2, none.code());
            assertTrue(none.err().contains("has no receivers"), none.err());

            Files.writeString(folder.resolve("nexus.toml"), toml());
            var reloaded = nexus.nexus("reload");

            assertTrue(reloaded.out().contains("notify [] -> [slack, pager, broken]"), reloaded.out());
            assertEquals(0, nexus.nexus("notify", "test", "slack").code());
        }
    }

    private String body(String path) {
        return Eventually.seen(
                        "a request to " + path,
                        hook::requests,
                        all -> all.stream().anyMatch(request -> request.line().startsWith("POST " + path)))
                .stream()
                .filter(request -> request.line().startsWith("POST " + path))
                .findFirst()
                .orElseThrow()
                .body();
    }

    private String toml() {
        return Toml.FAST + Toml.backend(server, "openai") + """

                [[notify]]
                name = "slack"
                shape = "slack"
                url = "%1$s/slack/T0/s3cret-path"
                group_seconds = 0.1

                [[notify]]
                name = "pager"
                shape = "pagerduty"
                url = "%1$s/v2/enqueue"
                routing_key_env = "ROUTING"
                group_seconds = 0.1

                [[notify]]
                name = "broken"
                shape = "json"
                url = "%1$s/broken"
                secret_env = "SIGNING"
                group_seconds = 0.1
                """.formatted(hook.url());
    }
}
