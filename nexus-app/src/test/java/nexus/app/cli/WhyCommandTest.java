package nexus.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nexus.app.explain.Explanation;
import nexus.app.explain.Shapes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhyCommandTest {

    private static final String LIST = """
            {"object":"list","data":[{"name":"gpu-1","status":"healthy"},{"name":"cloud","status":"healthy"}]}""";

    private StubServer server;

    @BeforeEach
    void start() throws Exception {
        server = new StubServer().answers("/v1/backends", LIST);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"healthy, 0", "unhealthy-timeouts, 1", "new, 1", "disabled, 1", "draining, 1"})
    void theExitCodeSaysWhetherItIsHealthy(String shape, int code) {
        explains(Shapes.all().get(shape));

        var ran = why("gpu-1");

        assertEquals(code, ran.code(), ran.err());
        assertEquals("", ran.err());
        assertTrue(ran.out().contains(" gpu-1 is "), ran.out());
    }

    @Test
    void asJsonItIsTheServersAnswer() {
        explains(Shapes.all().get("healthy"));

        var ran = why("gpu-1", "--json");

        assertEquals(CheckedBackends.document(Shapes.all().get("healthy")) + "\n", ran.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpu-2     | no backend has the name 'gpu-2'; did you mean 'gpu-1'?",
                "clou      | no backend has the name 'clou'; did you mean 'cloud'?",
                "laptop    | no backend has the name 'laptop'; 'nexus backends list' shows them all",
                "a/../b    | no backend has the name 'a/../b'; 'nexus backends list' shows them all",
            })
    void anUnknownNameIsWrongUsageWithTheNearestOne(String name, String line) {
        assertEquals(new Ran(2, "", "nexus: " + line + "\n"), why(name));
    }

    @Test
    void whatIsNoNexusIsSaidToBeNone() throws Exception {
        try (var other = new StubServer()) {
            var ran = Ran.nexus("why", "gpu-1", "--url", other.url());

            assertEquals(3, ran.code());
            assertTrue(ran.err().contains("is not Nexus (status 404)"), ran.err());
        }
    }

    @Test
    void noServerIsUnreachable() {
        String url = server.url();
        server.close();

        assertEquals(3, Ran.nexus("why", "gpu-1", "--url", url).code());
    }

    private void explains(Explanation explanation) {
        server.answers("/v1/backends/gpu-1/explain", CheckedBackends.document(explanation));
    }

    private Ran why(String name, String... more) {
        var args = new String[more.length + 4];
        args[0] = "why";
        args[1] = name;
        args[2] = "--url";
        args[3] = server.url();
        System.arraycopy(more, 0, args, 4, more.length);
        return Ran.nexus(args);
    }
}
