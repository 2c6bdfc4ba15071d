package nexus.app.discover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import nexus.app.config.BackendUrl;
import nexus.app.config.ConfigTemplate;
import nexus.app.config.Overrides;
import nexus.app.config.Samples;
import org.junit.jupiter.api.Test;

class FoundTomlTest {

    private static final Map<String, String> TYPES = Map.of("ollama", "ollama", "generic", "generic");

    private static final List<Find.Server> SERVERS = Names.given(List.of(
            server("http://127.0.0.1:11434", "ollama"),
            server("http://[::1]:11435", "ollama"),
            server("http://192.168.1.9:8000", "generic"),
            server("http://192.168.1.9:8001", "generic"),
            server("http://[fe80:0:0:0:0:0:0:1%eth0]:8000", "generic")));

    private static Find.Server server(String url, String type) {
        return new Find.Server(
                BackendUrl.parse(url), "", type, "/x answers as " + type + " does", "healthy", List.of("m"));
    }

    @Test
    void whatWasFoundIsAValidConfigurationWithNamesOfItsOwn() {
        assertEquals(
                List.of(
                        "ollama http://127.0.0.1:11434 ollama",
                        "ollama-11435 http://[::1]:11435 ollama",
                        "generic-192.168.1.9 http://192.168.1.9:8000 generic",
                        "generic-192.168.1.9-8001 http://192.168.1.9:8001 generic",
                        "generic-fe80-0-0-0-0-0-0-1-eth0 http://[fe80:0:0:0:0:0:0:1%eth0]:8000 generic"),
                read(FoundToml.of(SERVERS)));
    }

    @Test
    void theTemplateTakesThemInPlaceOfItsExample() {
        assertEquals(read(FoundToml.of(SERVERS)), read(ConfigTemplate.with(FoundToml.of(SERVERS))));
    }

    private static List<String> read(String toml) {
        return Samples.parsed("t.toml", toml, Overrides.NONE, Map.of(), TYPES).backends().stream()
                .map(backend -> backend.name() + " " + backend.url() + " " + backend.type())
                .toList();
    }
}
