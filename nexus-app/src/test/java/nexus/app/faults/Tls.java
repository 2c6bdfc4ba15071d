package nexus.app.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLServerSocket;
import nexus.app.exchange.Certificates;
import nexus.app.exchange.OneServer;
import nexus.app.exchange.OneServer.Script;
import nexus.app.exchange.OneServer.Talk;
import nexus.app.faults.Fault.OfBackend;

/// Certificates and handshakes.
final class Tls {

    private static final String NGINX = Scripts.answer(
            "400 Bad Request",
            "text/html",
            "<html><head><title>400 The plain HTTP request was sent to HTTPS port</title></head></html>");
    private static final String OLD_HELLO =
            "\u0016\u0003\u0001\0\u002a\u0002\0\0\u0026\u0003\u0001" + "r".repeat(32) + "\0\0\u002f\0";

    static final List<Fault> FAULTS = List.of(
            certificate("certificate-expired", "expired"),
            certificate("certificate-not-yet-valid", "early"),
            new OfBackend(
                    "certificate-expired-but-trusted",
                    stage -> stage.https("expired", Scripts.FINE)
                            .trusting(stage.certificates().pem("expired"))),
            certificate("intermediate-expired", "below-expired"),
            certificate("certificate-self-signed", "self"),
            certificate("certificate-of-another-host", "elsewhere"),
            new OfBackend("authority-unknown", stage -> stage.https("signed", Scripts.FINE)),
            new OfBackend(
                    "authority-not-in-ca-file",
                    stage -> stage.https("signed", Scripts.FINE)
                            .trusting(stage.certificates().pem("self"))),
            certificate("authority-in-ca-file", "signed"),
            certificate("certificate-for-clients", "client"),
            new OfBackend(
                    "authority-is-none",
                    stage -> stage.https("below-none", Scripts.FINE)
                            .trusting(stage.certificates().pem("none"))),
            new OfBackend(
                    "certificate-unchecked",
                    stage -> stage.https("expired", Scripts.FINE).insecure()),
            new OfBackend("client-certificate-wanted", Tls::clientCertificate),
            new OfBackend(
                    "https-to-plain-http", stage -> https(stage, talk -> talk.say(Scripts.head("400 Bad Request")))),
            Fault.of("http-to-tls", Scripts.says("\u0015\u0003\u0003\0\u0002\u0002\n")),
            Fault.of("http-to-openssl", Tls::hangUpOnPlainHttp),
            Fault.of("http-to-tls-answered", Scripts.forEver(NGINX)),
            new OfBackend("handshake-hangs", stage -> https(stage, Talk::hang).briefly()),
            new OfBackend("handshake-drips", stage -> https(stage, Tls::drip).briefly()),
            new OfBackend("handshake-hung-up", stage -> https(stage, talk -> {})),
            new OfBackend("handshake-reset", stage -> https(stage, Tls::resetTheHello)),
            new OfBackend("tls-too-old", stage -> https(stage, talk -> talk.say(OLD_HELLO))),
            new OfBackend(
                    "tls-refused", stage -> https(stage, talk -> talk.say("\u0015\u0003\u0001\0\u0002\u0002\u0046"))));

    private Tls() {}

    /// The keys and certificates that these need.
    static Certificates certificates(Path folder) throws IOException, InterruptedException {
        String local = "SAN=ip:127.0.0.1";
        return new Certificates(folder)
                .with("authority", "-ext", "bc:c", "-validity", "3650")
                .with("signed", "-signer", "authority", "-ext", local, "-validity", "3650")
                .with("self", "-ext", local, "-validity", "3650")
                .with("elsewhere", "-signer", "authority", "-ext", "SAN=dns:other.test", "-validity", "3650")
                .with("expired", "-signer", "authority", "-ext", local, "-startdate", "-9d", "-validity", "2")
                .with("early", "-signer", "authority", "-ext", local, "-startdate", "+9d", "-validity", "99")
                .with("intermediate", "-signer", "authority", "-ext", "bc:c", "-startdate", "-9d", "-validity", "2")
                .with("below-expired", "-signer", "intermediate", "-ext", local, "-validity", "3650")
                .with("client", "-signer", "authority", "-ext", local, "-ext", "eku=clientAuth", "-validity", "3650")
                .with("none", "-validity", "3650")
                .with("below-none", "-signer", "none", "-ext", local, "-validity", "3650");
    }

    private static Fault certificate(String id, String alias) {
        return new OfBackend(
                id,
                stage -> stage.https(alias, Scripts.FINE)
                        .trusting(stage.certificates().pem("authority")));
    }

    /// A server without TLS behind an https URL.
    private static Setup https(Stage stage, Script script) throws IOException {
        return Setup.at("https://127.0.0.1:" + stage.serve(script)).insecure();
    }

    /// As OpenSSL does when five bytes are no TLS record.
    private static void hangUpOnPlainHttp(Talk talk) throws IOException {
        talk.socket().getInputStream().readNBytes(5);
    }

    /// Not before the client's first byte: earlier it would be the connection that is reset, not the handshake.
    private static void resetTheHello(Talk talk) throws IOException {
        talk.socket().getInputStream().read();
        talk.reset();
    }

    private static void drip(Talk talk) throws IOException, InterruptedException {
        talk.say("\u0016\u0003\u0003\u0040\0");
        while (!talk.end().await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            talk.say("\u0002");
        }
    }

    private static Setup clientCertificate(Stage stage) throws Exception {
        var listening = (SSLServerSocket) stage.certificates()
                .server("signed")
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        listening.setNeedClientAuth(true);
        int port = stage.with(new OneServer(listening, Scripts.FINE)).port();
        return Setup.at("https://127.0.0.1:" + port)
                .trusting(stage.certificates().pem("authority"));
    }
}
