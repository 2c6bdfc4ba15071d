package nexus.app.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import nexus.app.config.ServerConfig;
import nexus.app.exchange.Certificates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTlsTest {

    private static final ClientLimits QUICK = new ClientLimits(
            Duration.ofSeconds(30), Duration.ofMillis(200), Duration.ofSeconds(30), Duration.ofSeconds(30));

    @TempDir
    private static Path folder;

    private static final byte[] HELLO_OF_TLS_1_0 =
            HexFormat.of().parseHex("160301002d" + "010000290301" + "00".repeat(32) + "00" + "0002002f" + "0100");

    private static Certificates certificates;

    @BeforeAll
    static void make() throws Exception {
        certificates = new Certificates(folder)
                .with("own", "-ext", "SAN=dns:localhost,ip:127.0.0.1")
                .with("other", "-ext", "SAN=dns:localhost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void requestsAreAnsweredOverTls(String version) throws Exception {
        try (var server = serve(ClientLimits.DEFAULT);
                var socket = (SSLSocket) certificates
                        .client("own")
                        .getSocketFactory()
                        .createSocket(InetAddress.getByName("127.0.0.1"), server.port())) {
            socket.setSoTimeout(30_000);
            socket.setEnabledProtocols(new String[] {version});

            String answer = ask(socket);

            assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
            assertEquals(version, socket.getSession().getProtocol());
        }
    }

    @Test
    void olderVersionsAreNotSpoken() throws Exception {
        try (var server = serve(ClientLimits.DEFAULT);
                var socket = connect(server)) {
            // given the hello of a client that knows TLS 1.0 alone
            socket.getOutputStream().write(HELLO_OF_TLS_1_0);

            // then all that comes is an alert
            byte[] answer = socket.getInputStream().readAllBytes();
            assertEquals(21, answer[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u0016", "\u0016\u0003\u0001\u0002\u0000\u0001"})
    void aHandshakeThatHangsIsCut(String sent) throws Exception {
        try (var server = serve(QUICK);
                var socket = connect(server)) {
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.ISO_8859_1));

            assertEnds(socket);
        }
    }

    @Test
    void aHandshakeThatDripsIsCutThoughItNeverPauses() throws Exception {
        try (var server = serve(QUICK);
                var socket = connect(server)) {
            socket.getOutputStream().write(new byte[] {22, 3, 1, 0x20, 0});
            socket.setSoTimeout(5);

            assertThrows(IOException.class, () -> {
                for (int i = 0; i < 10_000; i++) {
                    socket.getOutputStream().write(1);
                    if (ends(socket)) {
                        throw new IOException("cut");
                    }
                }
            });
        }
    }

    @Test
    void aRequestThatDripsAfterItsHandshakeIsCutToo() throws Exception {
        try (var server = serve(QUICK);
                var socket = certificates
                        .client("own")
                        .getSocketFactory()
                        .createSocket(InetAddress.getByName("127.0.0.1"), server.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write("GET /health HTTP/1.1\r\n".getBytes());

            assertEnds(socket);
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void closeWaitsForNoHandshake() throws Exception {
        var server = serve(ClientLimits.DEFAULT);
        try (var socket = connect(server)) {
            socket.getOutputStream().write(22);
            // The web server forgets one that it has taken from the system's queue and not looked at when it ends.
            while (server.connections() == 0) {
                Thread.onSpinWait();
            }

            server.close();

            assertEnds(socket);
        }
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            cert | key other | tls_key_file KEY is not the key of the certificate in tls_cert_file CERT
            cert | RSA PRIVATE KEY | tls_key_file KEY is in PKCS#1 form; convert it to PKCS#8: openssl pkcs8 -topk8 -nocrypt -in KEY -out key.pem
            cert | EC PRIVATE KEY | tls_key_file KEY is in SEC1 form; convert it to PKCS#8: openssl pkcs8 -topk8 -nocrypt -in KEY -out key.pem
            cert | ENCRYPTED PRIVATE KEY | tls_key_file KEY is encrypted with a passphrase; write it without one: openssl pkcs8 -topk8 -nocrypt -in KEY -out key.pem
            cert | old encryption | tls_key_file KEY is encrypted with a passphrase; write it without one: openssl pkcs8 -topk8 -nocrypt -in KEY -out key.pem
            cert | PRIVATE KEY | tls_key_file KEY holds a private key that can't be read; RSA, EC and Ed25519 keys can
            cert | CERTIFICATE | tls_key_file KEY holds no private key in PEM form (-----BEGIN PRIVATE KEY-----)
            cert | nothing | tls_key_file KEY holds no private key in PEM form (-----BEGIN PRIVATE KEY-----)
            broken | key own | tls_cert_file CERT holds a certificate that can't be read
            other, own | key own | tls_cert_file CERT must begin with the server's own certificate; those that signed it follow
            own, other | key own | the certificates in tls_cert_file CERT make no chain: each must be signed by the next
            none | key own | tls_cert_file CERT holds no certificate in PEM form (-----BEGIN CERTIFICATE-----); from DER: openssl x509 -inform der -in CERT -out cert.pem
            """)
    void whatCanNotBeUsedIsOneLineWithTheWayOut(String certificate, String key, String message) throws Exception {
        // given
        Path certFile = folder.resolve("cert of test.pem");
        Path keyFile = folder.resolve("key of test.pem");
        Files.writeString(
                certFile,
                switch (certificate) {
                    case "cert" -> pem("own");
                    case "broken" -> block("CERTIFICATE", "AAAA");
                    case "other, own" -> pem("other") + pem("own");
                    case "own, other" -> pem("own") + pem("other");
                    case String _ -> "nothing";
                });
        Files.writeString(
                keyFile,
                switch (key) {
                    case "key own", "key other" -> Files.readString(certificates.key(key.substring(4)));
                    case "old encryption" ->
                        block("RSA PRIVATE KEY", "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA");
                    case String label -> block(label, "c2VjcmV0c2VjcmV0");
                });

        // when
        var problem =
                assertThrows(ApiStartException.class, () -> ServerTls.context(new ServerConfig.Tls(certFile, keyFile)));

        // then
        assertEquals(
                message.replace("CERT", certFile.toString())
                        .replace("KEY", keyFile.toString())
                        .replace("BEGIN " + certFile + "IFICATE", "BEGIN CERTIFICATE")
                        .replace("PRIVATE " + keyFile, "PRIVATE KEY"),
                problem.getMessage());
    }

    @Test
    void aFileThatIsGoneIsSaidPlainly() throws Exception {
        Path gone = folder.resolve("gone.pem");
        var files = new ServerConfig.Tls(certificates.pem("own"), gone);

        var problem = assertThrows(ApiStartException.class, () -> ServerTls.context(files));

        assertEquals("tls_key_file " + gone + " can't be read", problem.getMessage());
    }

    private static ApiServer serve(ClientLimits limits) throws Exception {
        var tls = new ServerConfig.Tls(certificates.pem("own"), certificates.key("own"));
        var config = new ServerConfig(
                "127.0.0.1", 0, 1, Optional.empty(), List.of(), Optional.of(tls), Optional.empty(), false);
        return ApiServer.start(
                config, HttpRouting.builder().register(Operated.endpoints(config, Fleets.mixed())), limits);
    }

    private static String ask(Socket socket) throws IOException {
        socket.getOutputStream()
                .write("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes());
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Socket connect(ApiServer server) throws IOException {
        var socket = new Socket(InetAddress.getByName("127.0.0.1"), server.port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static void assertEnds(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException | SSLException cut) {
            assertFalse(cut.getMessage().contains("timed out"), cut.getMessage());
        }
    }

    private static boolean ends(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static String pem(String alias) throws Exception {
        return Files.readString(certificates.pem(alias));
    }

    private static String block(String label, String body) {
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
