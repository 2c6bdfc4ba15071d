package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import nexus.app.config.ServerConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessTest {

    /// One backend of the fleet is healthy.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 200 | {"status":"ready","healthy":1,"needed":0}
            1 | 200 | {"status":"ready","healthy":1,"needed":1}
            2 | 503 | {"status":"not_ready","healthy":1,"needed":2}
            """)
    void readyMeansThatAsManyBackendsAreHealthyAsTheServerNeeds(int needed, int status, String body) throws Exception {
        try (var server = Operated.start(new ServerConfig("127.0.0.1", 0, needed), Fleets.mixed())) {
            var ready = get(server, "/health/ready");

            assertEquals(status, ready.statusCode());
            assertEquals(body, ready.body().strip());
            assertEquals(200, get(server, "/health/live").statusCode());
        }
    }

    private static HttpResponse<String> get(ApiServer server, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var uri = URI.create("http://127.0.0.1:" + server.port() + path);
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        }
    }
}
