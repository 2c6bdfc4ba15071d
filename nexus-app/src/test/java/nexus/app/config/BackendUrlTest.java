package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendUrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://gpu-1:8001,            http://gpu-1:8001,      8001",
        "http://gpu-1:8001/,           http://gpu-1:8001,      8001",
        "http://gpu-1:8001/v1,         http://gpu-1:8001,      8001",
        "http://gpu-1:8001/v1/,        http://gpu-1:8001,      8001",
        "http://gpu-1/llm/v1,          http://gpu-1/llm,       80",
        "http://gpu-1/llm//,           http://gpu-1/llm,       80",
        "http://gpu-1/v1/v1,           http://gpu-1/v1,        80",
        "http://gpu-1/av1,             http://gpu-1/av1,       80",
        "HTTPS://gpu-1,                https://gpu-1,          443",
        "https://gpu-1:443,            https://gpu-1,          443",
        "http://gpu-1:,                http://gpu-1,           80",
        "http://vllm_server:8000,      http://vllm_server:8000, 8000",
        "http://[::1]:11434,           http://[::1]:11434,     11434",
        "http://10.255.255.1:11434,    http://10.255.255.1:11434, 11434"
    })
    void whatUsersPasteMeansTheSame(String text, String shown, int port) {
        BackendUrl url = BackendUrl.parse(text);

        assertEquals(shown, url.toString());
        assertEquals(port, url.port());
    }

    @ParameterizedTest
    @CsvSource({
        "'',                       a URL starts with http:// or https://",
        "localhost:11434,          a URL starts with http:// or https://",
        "http://,                  not a URL: Expected authority at character 8",
        "http:///v1,               'a URL names a host, like http://gpu-1:8001'",
        "http://gpü:1,             'a URL names a host, like http://gpu-1:8001'",
        "http://u:p@h,             a URL carries no user info; use api_key_env or headers",
        "http://h:65536,           a port is 1 to 65535",
        "http://h/?a=b,            a base URL has no query and no fragment",
        "http://h/ü,               'a URL is written in ASCII, other characters as %XX'"
    })
    void whatIsNoBaseUrlIsExplained(String text, String message) {
        var refused = assertThrows(IllegalArgumentException.class, () -> BackendUrl.parse(text));

        assertEquals(message, refused.getMessage());
    }
}
