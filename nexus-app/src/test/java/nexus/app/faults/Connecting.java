package nexus.app.faults;

import java.util.List;
import nexus.app.exchange.FullQueue;
import nexus.app.exchange.OneServer.Talk;
import nexus.app.faults.Fault.OfBackend;

/// The way to a connection, and connections that end without an answer.
final class Connecting {

    static final List<Fault> FAULTS = List.of(
            new OfBackend("port-closed", stage -> Setup.at("http://127.0.0.1:" + Stage.closedPort())),
            new OfBackend(
                    "packets-dropped",
                    stage -> Setup.at("http://127.0.0.2:"
                                    + stage.with(new FullQueue(0)).port())
                            .briefly()),
            new OfBackend("no-route", stage -> {
                stage.name("no-route.test", "fe80::1");
                return Setup.at("http://no-route.test:9");
            }),
            Fault.of("reset-after-accept", Talk::reset),
            Fault.of("closed-without-answer", Talk::heard),
            new OfBackend("name-unknown", stage -> Setup.at("http://no-such-name.test:8000")),
            new OfBackend("name-server-silent", stage -> {
                stage.name("silent-name.test");
                return Setup.at("http://silent-name.test:8000").briefly();
            }),
            new OfBackend("first-address-dead", stage -> {
                stage.name("first-dead.test", "127.0.0.2", "127.0.0.1");
                return Setup.at("http://first-dead.test:" + stage.serve(Scripts.FINE));
            }),
            new OfBackend("first-address-silent", Connecting::firstAddressSilent),
            new OfBackend("every-address-dead", stage -> {
                stage.name("all-dead.test", "127.0.0.2", "127.0.0.1");
                return Setup.at("http://all-dead.test:" + Stage.closedPort());
            }),
            new OfBackend("ipv6-dead", stage -> {
                stage.name("v6-dead.test", "::1", "127.0.0.1");
                return Setup.at("http://v6-dead.test:" + stage.serve(Scripts.FINE));
            }),
            new OfBackend("localhost-on-one-family", stage -> {
                stage.name("localhost", "::1", "127.0.0.1");
                return Setup.at("http://localhost:" + stage.serve(Scripts.FINE));
            }));

    private Connecting() {}

    private static Setup firstAddressSilent(Stage stage) throws Exception {
        int port = stage.serve(Scripts.FINE);
        stage.with(new FullQueue(port));
        stage.name("first-silent.test", "127.0.0.2", "127.0.0.1");
        // The silent address gets a third of it.
        return Setup.at("http://first-silent.test:" + port).within(java.time.Duration.ofSeconds(3));
    }
}
