package nexus.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final Map<String, String> ENV =
            Map.of("GPU_KEY", "hunter2", "BAD", "hunter2\r\nX-Evil: 1", "EMPTY", "", "sk_hunter2x", "");

    @Test
    void keysAndHeadersComeFromTheirVariables() {
        BackendConfig backend = Given.config(
                        Given.BACKEND
                                + "api_key_env = \"GPU_KEY\"\nheaders = { X-B = \"env:GPU_KEY\", X-A = \"${plain}\" }",
                        ENV)
                .backends()
                .getFirst();

        assertEquals("GPU_KEY", backend.credential().orElseThrow().variable());
        assertEquals("hunter2", backend.credential().orElseThrow().key().reveal());
        assertEquals(
                List.of(
                        new BackendConfig.Header("X-B", new Secret("hunter2"), true),
                        new BackendConfig.Header("X-A", new Secret("${plain}"), false)),
                backend.headers());
        assertFalse(backend.toString().contains("hunter2"), backend.toString());
    }

    /// Each of them is wrong in a way that an echo of the value would show.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "headers = { X-A = \"hunter2\\r\\nX-Evil: 1\" }",
                "headers = { X-A = \" hunter2\" }",
                "headers = { X-A = [\"hunter2\"] }",
                "headers = { \"Authorization: hunter2\" = \"x\" }",
                "headers = { X-A = \"env:sk-hunter2\" }",
                "headers = { X-A = \"env:sk_hunter2\" }",
                "headers = { X-A = \"env:BAD\" }",
                "headers = \"Authorization: hunter2\"",
                "headers = [\"Authorization: hunter2\"]",
                "headers = { Authorization = \"hunter2\", authorization = \"hunter2\" }",
                "api_key_env = \"sk-hunter2\"",
                "api_key_env = \"sk_hunter2\"",
                "api_key_env = \"sk_hunter2x\"",
                "api_key_env = \"BAD\"",
                "api_key = \"hunter2\"",
                "password = \"hunter2\"",
                "tls = \"hunter2\"",
                "api_key_env = hunter2",
                "api_key_env = 0hunter2",
                "api_key_env = \"x\" hunter2",
                "hunter2\n",
                "\"a\" hunter2\n"
            })
    void noProblemShowsASecret(String key) {
        String text = String.join("\n", Given.problems(Given.BACKEND + key, ENV));

        assertFalse(text.contains("hunter2"), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:hunter2@gpu-1:8001",
                "user:hunter2@gpu-1",
                "http://gpu-1/?key=hunter2",
                "http://gpu-1/#hunter2",
                "http://u:hunter2@h/ x",
                "ftp://u:hunter2@h",
                "http://u:p@hunter2@h"
            })
    void noProblemShowsUserInfoOrAQuery(String url) {
        String text = String.join("\n", Given.problems(Given.BACKEND.replace("http://gpu-1:8001", url)));

        assertFalse(text.contains("hunter2"), text);
    }

    @Test
    void whatIsWrongWithAVariableIsSaidWithoutItsValue() {
        assertEquals(
                List.of(
                        "t.toml:5:1: backends[0].api_key_env: the environment variable EMPTY is set, but empty",
                        "t.toml:6:13: backends[0].headers.X-A: the environment variable BAD holds what no header can"
                                + " carry: only printable ASCII",
                        "t.toml:6:33: backends[0].headers.authorization: api_key_env makes this header already: keep"
                                + " one of the two"),
                Given.problems(
                        Given.BACKEND
                                + "api_key_env = \"EMPTY\"\nheaders = { X-A = \"env:BAD\",    authorization = \"x\" }",
                        ENV));
    }

    @Test
    void controlCharactersOfTheFileDoNotReachTheTerminal() {
        assertEquals(
                List.of(
                        "t.toml:1:1: \"\\u001b[31m\\u202e\": unknown key; known here: server, health_check, discovery, history, logging,"
                                + " notify, backends"),
                Given.problems("\"\\u001b[31m\\u202e\" = 1"));
    }
}
