package nexus.app.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import nexus.spi.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsWantedTest {

    @ParameterizedTest
    @CsvSource({
        "400, <center>The plain HTTP request was sent to HTTPS port</center>, true",
        "400, Client sent an HTTP request to an HTTPS server., true",
        "400, Reason: You're speaking plain HTTP to an SSL-enabled server port.<br/>, true",
        "200, Client sent an HTTP request to an HTTPS server., false",
        "400, bad request, false",
    })
    void isSaidByA400OfThreeServers(int status, String body, boolean wanted) {
        assertEquals(wanted, TlsWanted.in(Answer.of(status, body)));
    }
}
