package routes;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import java.util.Arrays;

/// The least that the web server under Nexus can do: `/empty` sends nothing, `/constant` an array that was made once.
///
/// `EmptyRoutes PORT LENGTH`, on the module path of the packaged program, so that it is the same server.
public final class EmptyRoutes {
    private EmptyRoutes() {}

    /// For the command line; ends with the process.
    public static void main(String[] args) {
        byte[] constant = new byte[Integer.parseInt(args[1])];
        Arrays.fill(constant, (byte) ' ');
        WebServer.builder()
                .host("127.0.0.1")
                .port(Integer.parseInt(args[0]))
                .routing(routing -> routing.get("/empty", (_, response) -> response.send())
                        .get("/constant", (_, response) -> response.header(
                                        HeaderNames.CONTENT_TYPE, "application/json")
                                .send(constant)))
                .build()
                .start();
    }
}
