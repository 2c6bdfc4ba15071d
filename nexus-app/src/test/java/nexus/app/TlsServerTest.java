package nexus.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import nexus.app.cli.Main;
import nexus.app.exchange.Certificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `nexus serve` with a certificate of its own, and the client commands that ask it.
class TlsServerTest {

    @TempDir
    private static Path folder;

    private static Certificates certificates;
    private static Transcript out;
    private static Transcript err;
    private static Thread serving;
    private static String port;

    @BeforeAll
    static void serve() throws Exception {
        certificates = new Certificates(folder)
                .with("own", "-ext", "SAN=dns:nexus.example,dns:localhost")
                .with("other", "-ext", "SAN=dns:localhost")
                .with("old", "-ext", "SAN=dns:localhost", "-startdate", "-10d", "-validity", "1");
        out = new Transcript();
        err = new Transcript();
        start(certificates.pem("own"), certificates.key("own"));
    }

    private static void start(Path certificate, Path key) throws IOException {
        Path file = Files.writeString(folder.resolve("nexus.toml"), """
                [server]
                port = 0
                tls_cert_file = "%s"
                tls_key_file = '%s'
                """.formatted(certificate.getFileName(), key));
        serving = Thread.ofPlatform()
                .start(() ->
                        Main.run(new String[] {"serve", "-c", file.toString()}, out.stream(), err.stream(), Map.of()));
        String ready = out.awaitLine("Nexus listens on https://127.0.0.1:\\d+ .*");
        port = ready.replaceAll(".*:(\\d+) .*", "$1");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        serving.interrupt();
        serving.join();
    }

    @Test
    void aConfigurationThatIsNamedTellsItsCertificateUnderWhateverAddress() throws IOException {
        Path same = Files.writeString(
                folder.resolve("asks.toml"), "[server]\nport = " + port + "\ntls_cert_file = \"own.pem\"\n");

        assertEquals(List.of(1, ""), run("health", "-c", same.toString()));
        assertEquals(List.of(1, ""), run("health", "-c", same.toString(), "--url", "https://127.0.0.1:" + port));
    }

    @Test
    void anAuthorityThatIsGivenIsTrustedForTheNamesOfTheCertificate() throws Exception {
        String own = certificates.pem("own").toString();

        assertEquals(List.of(1, ""), run("health", "--url", "https://localhost:" + port, "--ca-file", own));
        assertEquals(
                List.of(
                        3,
                        "nexus: the certificate of https://127.0.0.1:" + port
                                + " is for other names: use one of them in"
                                + " the address, or pass the server's configuration with -c\n"),
                run("health", "--url", "https://127.0.0.1:" + port, "--ca-file", own));
    }

    @Test
    void aStrangersCertificateIsOneLineWithTheWayOut() throws Exception {
        var expected = List.of(
                3,
                "nexus: the certificate of https://localhost:" + port + " is not signed by a trusted authority: pass"
                        + " it or its CA with --ca-file, or the server's configuration with -c\n");

        String url = "https://localhost:" + port;
        assertEquals(expected, run("health", "--url", url));
        assertEquals(
                expected,
                run(
                        "health",
                        "--url",
                        url,
                        "--ca-file",
                        certificates.pem("other").toString()));
    }

    @Test
    void filesThatAreNoneAreWrongUsage() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "no certificate");
        Path gone = folder.resolve("gone.pem");
        String url = "https://localhost:" + port;

        assertEquals(
                List.of(2, "nexus: --ca-file " + gone + ": no such file\n"),
                run("health", "--url", url, "--ca-file", gone.toString()));
        assertEquals(
                List.of(2, "nexus: --ca-file " + empty + " holds no certificates in PEM form\n"),
                run("health", "--url", url, "--ca-file", empty.toString()));
    }

    @Test
    void theOtherSchemeIsToldApart() throws IOException {
        try (var plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering = Thread.ofVirtual().start(() -> {
                try (var client = plain.accept()) {
                    client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes());
                    client.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // The client has gone.
                }
            });
            String url = "https://127.0.0.1:" + plain.getLocalPort();

            assertEquals(
                    List.of(3, "nexus: what answers at " + url + " does not speak TLS: use http:// in the address\n"),
                    run("health", "--url", url));
            answering.interrupt();
        }
        var asked = run("health", "--url", "http://127.0.0.1:" + port);
        assertEquals(3, asked.getFirst());
    }

    private static List<Object> run(String... command) {
        var printed = new Transcript();
        var complaints = new Transcript();
        int code = Main.run(command, printed.stream(), complaints.stream(), Map.of());
        assertTrue(code != 1 || printed.text().startsWith("System Health: "), printed.text() + complaints.text());
        return List.of(code, complaints.text());
    }
}
