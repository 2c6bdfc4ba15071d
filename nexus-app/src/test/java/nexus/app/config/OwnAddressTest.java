package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnAddressTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:8000,            true",
        "127.0.0.1, http://localhost:8000/v1,         true",
        "127.0.0.1, http://LOCALHOST:8000,            true",
        "127.0.0.1, https://localhost:8000,           true",
        "127.0.0.1, http://0.0.0.0:8000,              true",
        "127.0.0.1, http://[::ffff:127.0.0.1]:8000,   true",
        "127.0.0.1, http://[::1]:8000,                false",
        "127.0.0.1, http://127.0.0.2:8000,            false",
        "127.0.0.1, http://127.0.0.1:8001,            false",
        "127.0.0.1, http://127.0.0.1,                 false",
        "127.0.0.1, http://gpu-1:8000,                false",
        "localhost, http://[::1]:8000,                true",
        "::1,       http://[::1]:8000,                true",
        "[::1],     http://localhost:8000,            true",
        "0.0.0.0,   http://127.0.0.3:8000,            true",
        "0.0.0.0,   http://[::1]:8000,                false",
        "0.0.0.0,   http://gpu-1:8000,                false",
        "::,        http://127.0.0.1:8000,            true",
        "::,        http://[::1]:8000,                true",
        "::,        http://[::]:8000,                 true",
        "gpu-1,     http://GPU-1:8000,                true",
        "10.0.0.5,  http://10.0.0.5:8000,             true"
    })
    void aBackendAtNexusOwnAddressIsKnown(String listen, String url, boolean own) {
        var server = Given.config("[server]\nhost = \"" + listen + "\"").server();

        assertEquals(own, new OwnAddress(server).is(BackendUrl.parse(url)));
    }

    @Test
    void itIsRefusedWithAWordAboutTheDefaultPort() {
        assertEquals(
                List.of("t.toml:3:1: backends[0].url: http://localhost:8000 is Nexus's own address; 8000 is vLLM's"
                        + " default port too: give one of the two another port"),
                Given.problems(Given.BACKEND.replace("gpu-1:8001", "localhost:8000")));
    }

    @Test
    void otherPortsAreRefusedWithoutThatWord() {
        assertEquals(
                List.of("t.toml:5:1: backends[0].url: http://localhost:9000 is Nexus's own address; give one of the two"
                        + " another port"),
                Given.problems("[server]\nport = 9000\n" + Given.BACKEND.replace("gpu-1:8001", "localhost:9000")));
    }

    @Test
    void thePortThatCountsIsTheStrongestOne() {
        String file = Given.BACKEND.replace("gpu-1:8001", "localhost:8000");
        var flags = new Overrides(Optional.empty(), Optional.of(9000), Optional.empty(), Optional.empty());

        assertEquals(
                1,
                Samples.parsed("t", file, flags, Map.of(), Given.TYPES)
                        .backends()
                        .size());
        assertEquals(1, Given.config(file + "enabled = false").backends().size(), "a disabled one is never asked");
    }
}
