package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import nexus.app.cli.StubServer.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendCommandsTest {

    private static final String ENTRY = """
            {"name":"gpu-1","type":"vllm","url":"http://gpu-1:8001","status":"unknown"%s}""";

    private StubServer server;

    @BeforeEach
    void start() throws Exception {
        server = new StubServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void addingSendsWhatWasGivenAndTellsHowTheTypeWasKnown() {
        server.answers(
                "/v1/backends",
                201,
                ENTRY.formatted(",\"recognised\":\"/version answers as vllm does\",\"notes\":[\"kept in memory\"]"));

        var ran = Ran.nexus(
                "backends",
                "add",
                "http://gpu-1:8001",
                "--priority",
                "7",
                "--api-key-env",
                "GPU_KEY",
                "--label",
                "rack=r1",
                "--label",
                "room=\"2\"",
                "--url",
                server.url());

        assertEquals(new Ran(0, """
                        added gpu-1  http://gpu-1:8001 (vllm)
                          type found out: /version answers as vllm does
                        note: kept in memory
                        """, ""), ran);
        String body = """
                {"url":"http://gpu-1:8001","priority":7,"api_key_env":"GPU_KEY",\
                "labels":{"rack":"r1","room":"\\"2\\""}}""";
        assertEquals(List.of(new Sent("POST", "/v1/backends", "application/json", "", body)), server.sent());
    }

    @Test
    void typeAndNameGoAlongWhenTheyAreGiven() {
        server.answers("/v1/backends", 201, ENTRY.formatted(""));

        Ran.nexus("backends", "add", "http://g", "--type", "vllm", "--name", "a", "--url", server.url());

        assertEquals(
                "{\"name\":\"a\",\"url\":\"http://g\",\"type\":\"vllm\"}",
                server.sent().getFirst().body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            drain   | gpu-1 is draining
            undrain | gpu-1 is back in service, and checked at once
            restore | restored gpu-1
            """)
    void aChangeIsOneLine(String command, String line) {
        server.answers("/v1/backends/gpu-1/" + command, ENTRY.formatted(""));

        var ran = Ran.nexus("backends", command, "gpu-1", "--url", server.url());

        assertEquals(new Ran(0, line + "\n", ""), ran);
        assertEquals("POST", server.sent().getFirst().method());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | removed gpu-1; 'nexus backends restore gpu-1' brings it back
            false | removed gpu-1
            """)
    void removingSaysWhetherItCanComeBack(boolean restorable, String line) {
        server.answers("/v1/backends/gpu-1", "{\"name\":\"gpu-1\",\"removed\":true,\"restorable\":" + restorable + "}");

        var ran = Ran.nexus("backends", "remove", "gpu-1", "--url", server.url());

        assertEquals(new Ran(0, line + "\n", ""), ran);
        assertEquals("DELETE", server.sent().getFirst().method());
    }

    @Test
    void aGoodCheckShowsPhasesAndModels() {
        server.answers("/v1/backends/gpu-1/check", ENTRY.formatted("""
                ,"streak":{"kind":"success","length":1,"needed":2},"models":[\
                {"id":"Qwen/Qwen3-8B","context_length":32768,"state":"loaded","capabilities":["chat"]}],\
                "last_check":{"at":"x","verdict":"healthy","latency_ms":12.44,"phases":{"resolve_ms":0.1,\
                "connect_ms":0.4,"tls_ms":0,"wait_ms":11.5,"read_ms":0.4}}"""));

        assertEquals(new Ran(0, """
                        gpu-1  http://gpu-1:8001 (vllm): healthy in 12.4 ms
                          phases  resolve 0.1, connect 0.4, wait 11.5, read 0.4 ms, mostly waiting for the answer
                          models  1
                                  Qwen/Qwen3-8B  (loaded, context 32768, chat)
                          status  unknown (success 1, needed 2)
                        """, ""), Ran.nexus("backends", "check", "gpu-1", "--url", server.url()));
    }

    @Test
    void aFailedCheckShowsCauseAndFixAndIsExitCodeOne() {
        server.answers("/v1/backends/gpu-1/check", ENTRY.formatted("""
                ,"last_check":{"at":"x","verdict":"unhealthy","latency_ms":0.5,"phases":{"resolve_ms":0.1,\
                "connect_ms":0.4,"tls_ms":0,"wait_ms":0,"read_ms":0},"error":{"kind":"ConnectionFailed",\
                "text":"ConnectionFailed","cause":"refused\\u001b","fix":"start it"}}"""));

        assertEquals(new Ran(1, """
                        gpu-1  http://gpu-1:8001 (vllm): unhealthy
                          error   ConnectionFailed
                          cause   refused\\u001b
                          fix     start it
                          phases  resolve 0.1, connect 0.4 ms, mostly connecting
                          status  unknown
                        """, ""), Ran.nexus("backends", "check", "gpu-1", "--url", server.url()));
    }

    @ParameterizedTest
    @CsvSource({"drain", "undrain", "restore", "check", "remove"})
    void anUnknownNameIsOneLineAndExitCodeTwo(String command) {
        String missing = "{\"error\":{\"message\":\"no backend is named \\\"x/y\\\"\",\"code\":\"backend_not_found\"}}";
        server.answers("/v1/backends/x/y/" + command, 404, missing).answers("/v1/backends/x/y", 404, missing);

        assertEquals(
                new Ran(2, "", "nexus: no backend is named \"x/y\"\n"),
                Ran.nexus("backends", command, "x/y", "--url", server.url()));
    }

    @Test
    void noServerIsExitCodeThree() {
        server.close();

        assertEquals(
                3, Ran.nexus("backends", "drain", "a", "--url", server.url()).code());
        assertEquals(
                3,
                Ran.nexus("backends", "add", "http://a", "--url", server.url()).code());
    }
}
