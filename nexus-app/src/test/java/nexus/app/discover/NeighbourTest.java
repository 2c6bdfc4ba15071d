package nexus.app.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nexus.app.config.BackendConfig;
import nexus.app.config.BackendSource;
import nexus.app.config.BackendUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighbourTest {

    @ParameterizedTest
    @CsvSource({
        "192.168.1.9, x,          http://192.168.1.9:11434,     true",
        "192.168.1.9, x,          http://192.168.1.9:11435,     false",
        "192.168.1.9, x,          http://192.168.1.8:11434,     false",
        "192.168.1.9, x,          http://gpu-1.local:11434,     true",
        "192.168.1.9, x,          http://GPU-1:11434/v1,        true",
        "192.168.1.9, ollama-n,   http://elsewhere:1,           true",
        "127.0.0.1,   x,          http://localhost:11434,       true",
        "127.0.0.1,   x,          'http://[::1]:11434',         true",
    })
    void whatTheUserHasNamedAlreadyIsLeftOut(String host, String name, String configured, boolean known) {
        var neighbour =
                new Neighbour("ollama-n", BackendUrl.parse("http://" + host + ":11434"), "ollama", "", "gpu-1.local");
        var backend = BackendConfig.of(name, BackendUrl.parse(configured), "ollama");

        assertEquals(known, neighbour.isIn(List.of(backend)));
        assertEquals(false, neighbour.isIn(List.of(backend.withSource(BackendSource.DISCOVERED))));
    }
}
