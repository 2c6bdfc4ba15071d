package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "::1, true", "fe80::1, true", "gpu-1, false", "dead.beef, false"})
    void onlyAnAddressWrittenOutNeedsNoLookup(String host, boolean literal) {
        assertEquals(literal, Endpoint.plain(host, 80).literal().isPresent());
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1:80", "::1, [::1]:80", "gpu-1, gpu-1:80"})
    void printsAsInAUrl(String host, String shown) {
        assertEquals(shown, Endpoint.plain(host, 80).toString());
    }
}
