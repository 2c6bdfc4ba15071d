package nexus.app.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import nexus.app.RunningNexus;
import nexus.app.demo.Behaviour;
import nexus.app.demo.Reply;
import nexus.app.demo.StandIn;
import nexus.app.probes.Probes;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String VLLM = "{\"object\":\"list\",\"data\":[{\"id\":\"m1\",\"owned_by\":\"vllm\"}]}";

    @TempDir
    Path folder;

    private final Discovery discovery = new Discovery(Probes.load());

    @Test
    void serversAreToldWithTypeModelsAndHowTheyAreKnown() throws Exception {
        try (var vllm = StandIn.start("vllm", Behaviour.at("/v1/models", Reply.json(VLLM)));
                var gateway =
                        StandIn.start("g", Behaviour.at("/v1/models", Reply.json("{\"data\":[{\"id\":\"g\"}]}")))) {
            var survey = survey(vllm.port(), gateway.port());

            assertEquals(
                    List.of(
                            new Find.Server(
                                    here(vllm.port()).url(),
                                    "vllm",
                                    "vllm",
                                    "/v1/models lists models as vllm does",
                                    "healthy",
                                    List.of("m1")),
                            new Find.Server(
                                    here(gateway.port()).url(),
                                    "generic",
                                    "generic",
                                    "/v1/models lists models in OpenAI's form, and nothing tells whose server it is",
                                    "healthy",
                                    List.of("g"))),
                    survey.servers());
            assertTrue(survey.isComplete());
        }
    }

    private static Place here(int port) {
        return new Place(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    @Test
    void aServerOnBothFamiliesIsToldOnce() throws Exception {
        try (var both = new Listening("::")) {
            Assumptions.assumeTrue(new Sweep(Discovery.here(List.of(both.port())), LIMIT, LIMIT)
                            .run()
                            .open()
                            .size()
                    == 2);

            assertEquals(List.of("http://127.0.0.1:" + both.port()), urls(survey(both.port())));
        }
    }

    @Test
    void aServerOnOneFamilyAloneIsFound() throws Exception {
        try (var six = new Listening("::1")) {
            assertEquals(List.of("http://[::1]:" + six.port()), urls(survey(six.port())));
        } catch (IOException e) {
            Assumptions.abort("no IPv6 on this machine");
        }
    }

    @Test
    void aNexusIsNoServer() throws Exception {
        try (var nexus = RunningNexus.serve(folder, "[server]\nport = 0\n", Map.of())) {
            int port = Integer.parseInt(nexus.url().replaceFirst(".*:", ""));

            var survey = survey(port);

            assertEquals(List.of(), survey.servers());
            assertEquals(List.of(), survey.strangers());
            assertEquals(List.of(new Find.Nexus(here(port).url())), survey.nexuses());
        }
    }

    @Test
    void whatIsNotRecognisedIsToldWithItsReason() throws Exception {
        try (var page = StandIn.start("p", Behaviour.always(Reply.of("200 OK", "text/html", "<html>")))) {
            var stranger = survey(page.port()).strangers().getFirst();

            assertEquals(page.url(), stranger.url().toString());
            assertTrue(stranger.reason().startsWith("/v1/models answers 200"), stranger.reason());
        }
    }

    @Test
    void aBackendThatFailsItsCheckIsToldWithTheError() throws Exception {
        try (var loading = StandIn.start(
                "l",
                Behaviour.always(Reply.raw("HTTP/1.1 503 Unavailable\r\nServer: llama.cpp\r\nContent-Length: 0\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8))))) {
            var server = survey(loading.port()).servers().getFirst();

            assertEquals("llamacpp HttpError(503)", server.type() + " " + server.health());
        }
    }

    @Test
    void placesThatTheTimeDidNotReachAreCounted() throws Exception {
        var survey = discovery.survey(Discovery.here(List.of(1, 2, 3)), Duration.ZERO);

        assertFalse(survey.isComplete());
        assertEquals(6, survey.places());
    }

    @Test
    void theFirstPortOfEveryHostIsAskedBeforeTheSecondOfAny() {
        var hosts = NetworkRange.parse("10.0.0.0/30").hosts();

        assertEquals(
                List.of("10.0.0.1:1", "10.0.0.2:1", "10.0.0.1:2", "10.0.0.2:2"),
                Discovery.places(hosts, List.of(1, 2)).stream()
                        .map(place -> place.host() + ":" + place.port())
                        .toList());
    }

    private Survey survey(Integer... ports) throws InterruptedException {
        return discovery.survey(Discovery.here(List.of(ports)), LIMIT);
    }

    private static List<String> urls(Survey survey) {
        return survey.servers().stream().map(server -> server.url().toString()).toList();
    }

    /// A vLLM at an address of one's choice.
    private static final class Listening implements AutoCloseable {
        private final HttpServer server;

        Listening(String address) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 0);
            server.createContext("/", exchange -> {
                byte[] body = VLLM.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        int port() {
            return server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
