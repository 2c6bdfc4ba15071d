package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsHandlerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  |                                                               | 200 | text/plain; version=0.0.4
            GET  | */*                                                           | 200 | text/plain; version=0.0.4
            GET  | text/html                                                     | 200 | text/plain; version=0.0.4
            GET  | application/openmetrics-text;version=1.0.0,text/plain;q=0.5   | 200 | application/openmetrics-text; version=1.0.0
            POST | */*                                                           | 405 | application/json
            """)
    void metricsAreReadInTheFormatThatIsAskedFor(String method, String accept, int status, String type)
            throws Exception {
        try (var served = Served.with(Fleets.mixed())) {
            // when
            String answer = served.raw(method + " /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + (accept == null ? "" : "Accept: " + accept + "\r\n") + "\r\n");

            // then
            assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
            assertTrue(answer.contains("\r\nContent-Type: " + type), answer);
            assertTrue(answer.contains("\r\nCache-Control: no-store\r\n"), answer);
            assertEquals(
                    method.equals("GET"),
                    answer.contains("\nnexus_backend_status{backend=\"gpu-1\",status=\"healthy\"} 1.0\n"),
                    answer);
            assertFalse(answer.contains("\"off\"") || answer.contains(Fleets.SECRET), answer);
        }
    }
}
