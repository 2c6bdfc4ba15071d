package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nexus.app.cli.StubServer.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandsTest {

    private static final String PLAN = """
            {"applied":false,"changes":[\
            {"backend":"gpu-1","change":"retimed","keys":[{"key":"interval_seconds","before":"30","after":"5"}]},\
            {"backend":"gpu-2","change":"restarted","keys":[{"key":"url","before":"\\"http://a\\"",\
            "after":"\\"http://b\\""}]},\
            {"backend":"old","change":"removed","type":"vllm","url":"http://old:8000","keys":[]},\
            {"backend":"new","change":"added","type":"vllm","url":"http://new:8000","keys":[]}],\
            "settings":[{"key":"logging.level","before":"info","after":"debug"}],\
            "restart_needed":[{"key":"server.port","before":"8000","after":"9000"}],\
            "notes":["the file wins over \\"x\\" \\u001b[2J"]}""";

    private static final String NOTHING = """
            {"applied":false,"changes":[],"settings":[],"restart_needed":[],"notes":[]}""";

    private static final String SHOWN = """
            ~ gpu-1 interval_seconds 30 -> 5
            ~ gpu-2 url "http://a" -> "http://b", starts again as unknown
            - old
            + new http://new:8000
            ~ logging.level info -> debug
            ! server.port 8000 -> 9000 needs a restart
            note: the file wins over "x" \\u001b[2J
            """;

    @TempDir
    private Path folder;

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
    void aPlanIsShownLineByLineAndChangesNothing() {
        server.answers("/v1/config/plan", PLAN);

        var ran = Ran.nexus("plan", "--url", server.url());

        assertEquals(new Ran(0, SHOWN + """
                        Plan: 1 to add, 1 to remove, 2 to change, 1 setting to change, 1 setting waits for a restart. \
                        'nexus reload' applies it.
                        """, ""), ran);
        assertEquals(List.of(new Sent("POST", "/v1/config/plan", "application/toml", "", "")), server.sent());
    }

    @Test
    void aPlanOfANamedFileSendsItsText() throws Exception {
        server.answers("/v1/config/plan", NOTHING);
        Path file = Files.writeString(folder.resolve("next.toml"), "# ü\n");

        var ran = Ran.nexus("plan", "-c", file.toString(), "--url", server.url());

        assertEquals(new Ran(0, "Nothing would change.\n", ""), ran);
        assertEquals("# ü\n", server.sent().getFirst().body());
    }

    @Test
    void jsonIsTheApisOwnAnswer() {
        server.answers("/v1/config/plan", NOTHING);

        assertEquals(new Ran(0, NOTHING + "\n", ""), Ran.nexus("plan", "--json", "--url", server.url()));
    }

    @Test
    void aReloadSaysWhatItDid() {
        server.answers("/v1/config/reload", PLAN.replace("\"applied\":false", "\"applied\":true"));

        var ran = Ran.nexus("reload", "--url", server.url());

        assertEquals(new Ran(0, SHOWN + """
                        Reloaded: 1 added, 1 removed, 2 changed, 1 setting changed, 1 setting waits for a restart.
                        """, ""), ran);
    }

    @Test
    void anInvalidFileIsOneLineAndItsProblemsAndExitCodeTwo() {
        server.answers("/v1/config/reload", 400, """
                {"error":{"message":"the configuration is not valid","type":"invalid_request_error","param":null,\
                "code":"invalid_configuration"},"problems":[\
                {"at":"nexus.toml:3:1","key":"server.port","message":"expected a port, found 70000"},\
                {"at":"nexus.toml:9:1","key":"","message":"not valid TOML"}]}""");

        assertEquals(new Ran(2, "", """
                        nexus: the configuration is not valid
                        nexus.toml:3:1: server.port: expected a port, found 70000
                        nexus.toml:9:1: not valid TOML
                        """), Ran.nexus("reload", "--url", server.url()));
    }

    @Test
    void theTokenOfTheVariableThatTheFileNamesGoesAlong() throws Exception {
        server.answers("/v1/config/reload", NOTHING);
        Path file = Files.writeString(
                folder.resolve("n.toml"), "[server]\nport = " + server.port() + "\nadmin_token_env = \"FLEET\"\n");

        Ran.nexus(Map.of("FLEET", "t-1", "NEXUS_ADMIN_TOKEN", "t-2"), "reload", "-c", file.toString());
        Ran.nexus(Map.of("NEXUS_ADMIN_TOKEN", "t-2"), "reload", "--url", server.url());
        Ran.nexus(Map.of("NEXUS_ADMIN_TOKEN", "t-2"), "health", "--url", server.url());

        assertEquals(
                List.of("Bearer t-1", "Bearer t-2", ""),
                server.sent().stream().map(Sent::authorization).toList());
    }

    @Test
    void aServerThatWantsAnotherTokenIsExitCodeTwoWithWhatToDo() {
        server.answers("/v1/config/reload", 401, "{\"error\":{\"message\":\"x\",\"code\":\"wrong_token\"}}");

        var ran = Ran.nexus("reload", "--url", server.url());

        assertEquals(2, ran.code());
        assertTrue(ran.err().contains("NEXUS_ADMIN_TOKEN"), ran.err());
    }

    @Test
    void aTokenThatCantBeSentIsNotShown() {
        var ran = Ran.nexus(Map.of("NEXUS_ADMIN_TOKEN", "a b\nc"), "reload", "--url", server.url());

        assertEquals(
                new Ran(2, "", "nexus: NEXUS_ADMIN_TOKEN is no token: one is made of visible ASCII, without spaces\n"),
                ran);
    }

    @Test
    void somethingElseThatAnswersIsExitCodeThree() {
        server.answers("/v1/config/reload", "{\"object\":\"list\"}");

        assertEquals(3, Ran.nexus("reload", "--url", server.url()).code());
        assertEquals(3, Ran.nexus("plan", "--url", server.url()).code());
    }
}
