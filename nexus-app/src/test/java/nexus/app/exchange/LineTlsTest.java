package nexus.app.exchange;

import static nexus.app.exchange.Asking.LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import nexus.app.exchange.OneServer.Script;
import nexus.app.exchange.OneServer.Talk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// TLS: whose certificate is refused and why, and servers that do not speak it.
class LineTlsTest {

    private static final Script ANSWERS = talk -> {
        talk.heard();
        talk.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
    };
    private static final String LOCAL = "SAN=ip:127.0.0.1,dns:here.test";

    @TempDir
    private static Path folder;

    private static Certificates certificates;

    private final Asking asking = new Asking(name -> List.of(Asking.address("127.0.0.1")));

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = new Certificates(folder)
                .with("authority", "-ext", "bc:c", "-validity", "3650")
                .with("signed", "-signer", "authority", "-ext", LOCAL, "-validity", "3650")
                .with("self", "-ext", LOCAL, "-validity", "3650")
                .with("elsewhere", "-signer", "authority", "-ext", "SAN=dns:other.test", "-validity", "3650")
                .with("expired", "-signer", "authority", "-ext", LOCAL, "-startdate", "-9d", "-validity", "2")
                .with("early", "-signer", "authority", "-ext", LOCAL, "-startdate", "+9d", "-validity", "99")
                .with("young", "-signer", "authority", "-ext", "bc:c", "-startdate", "+9d", "-validity", "99")
                .with("below-young", "-signer", "young", "-ext", LOCAL, "-validity", "3650")
                .with("short", "-signer", "authority", "-ext", "bc:c=ca:true,pathlen:0", "-validity", "3650")
                .with("lower", "-signer", "short", "-ext", "bc:c", "-validity", "3650")
                .with("below-lower", "-signer", "lower", "-ext", LOCAL, "-validity", "3650");
    }

    @AfterEach
    void nothingIsLeft() {
        asking.close();
    }

    private static OneServer server(String alias, Script script) throws Exception {
        InetAddress local = InetAddress.getByName("127.0.0.1");
        return new OneServer(
                certificates.server(alias).getServerSocketFactory().createServerSocket(0, 50, local), script);
    }

    private static TlsTrust authority() throws Exception {
        return TlsTrust.ofPem(certificates.pem("authority"));
    }

    private Ending ask(Endpoint endpoint, Duration deadline) throws Exception {
        return Asking.onVirtualThread(() -> {
            try (Line line = asking.lines.to(endpoint)) {
                return line.ask(Asking.QUESTION, Asking.CAP, Deadline.after(deadline));
            }
        });
    }

    private String once(String host, OneServer server, TlsTrust trust) throws Exception {
        return asking.once(Endpoint.tls(host, server.port(), trust), LONG);
    }

    @Test
    void aCertificateOfAnAuthorityInTheCaFileIsTrusted() throws Exception {
        try (var server = server("signed", ANSWERS)) {
            assertEquals("200 hi", once("127.0.0.1", server, authority()));
            assertEquals("200 hi", once("here.test", server, authority()));
            assertEquals("200 hi", once("here.test.", server, authority()));
        }
    }

    @Test
    void aSelfSignedCertificateIsTrustedWhereItIsTheCaFile() throws Exception {
        try (var server = server("self", ANSWERS)) {
            assertEquals("200 hi", once("127.0.0.1", server, TlsTrust.ofPem(certificates.pem("self"))));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expired | certificate \"CN=expired\" has expired (",
                "early   | certificate \"CN=early\" is not valid yet (",
            })
    void theDatesOfACertificateInTheCaFileHoldToo(String alias, String expected) throws Exception {
        try (var server = server(alias, ANSWERS)) {
            Ending ending =
                    ask(Endpoint.tls("127.0.0.1", server.port(), TlsTrust.ofPem(certificates.pem(alias))), LONG);
            assertTrue(Asking.detail(ending).startsWith(expected), Asking.detail(ending));
        }
    }

    @ParameterizedTest
    @CsvSource({"self", "expired", "elsewhere"})
    void insecureTrustsAnyone(String alias) throws Exception {
        try (var server = server(alias, ANSWERS)) {
            assertEquals("200 hi", once("127.0.0.1", server, TlsTrust.insecure()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "expired   | 127.0.0.1  | certificate \"CN=expired\" has expired (issued by \"CN=authority\", valid",
                "early     | 127.0.0.1  | certificate \"CN=early\" is not valid yet (issued by",
                "self      | 127.0.0.1  | certificate \"CN=self\" is self-signed, and not among the trusted ones (",
                "elsewhere | 127.0.0.1  | certificate \"CN=elsewhere\" is for another host (",
                "signed    | other.test | certificate \"CN=signed\" is for another host (",
                "below-young | 127.0.0.1 | intermediate certificate \"CN=young\" is not valid yet (issued by",
                "below-lower | 127.0.0.1 | intermediate certificate \"CN=lower\" is not accepted (issued by \"CN=short\"): ",
            })
    void theDetailSaysWhichCertificateAndWhy(String alias, String host, String expected) throws Exception {
        try (var server = server(alias, ANSWERS)) {
            Ending ending = ask(Endpoint.tls(host, server.port(), authority()), LONG);
            assertEquals("TLS TLS_FAILED", Asking.seen(ending));
            assertTrue(Asking.detail(ending).startsWith(expected), Asking.detail(ending));
        }
    }

    @Test
    void theDetailNamesTheHostsACertificateIsFor() throws Exception {
        try (var server = server("signed", ANSWERS)) {
            String detail = Asking.detail(ask(Endpoint.tls("other.test", server.port(), authority()), LONG));
            assertTrue(detail.endsWith(", for 127.0.0.1, here.test)"), detail);
        }
    }

    @Test
    void anAuthorityThatTheJdkDoesNotKnowIsNamedAsSuch() throws Exception {
        try (var server = server("signed", ANSWERS)) {
            Ending ending = ask(Endpoint.tls("127.0.0.1", server.port(), TlsTrust.ofJdk()), LONG);
            assertEquals("TLS TLS_FAILED", Asking.seen(ending));
            String detail = Asking.detail(ending);
            assertTrue(detail.contains("comes from an authority that is not trusted (issued by \"CN=auth"), detail);
        }
    }

    @Test
    void everyConnectionShowsTheCertificateAnew() throws Exception {
        BlockingQueue<Long> made = new LinkedBlockingQueue<>();
        Script script = talk -> {
            ANSWERS.play(talk);
            made.add(((SSLSocket) talk.socket()).getSession().getCreationTime());
        };
        TlsTrust trust = authority();
        try (var server = server("signed", script)) {
            for (int i = 0; i < 4; i++) {
                long before = System.currentTimeMillis();
                assertEquals("200 hi", once("127.0.0.1", server, trust));
                // A resumed session keeps the time at which its first one was made.
                assertTrue(made.take() >= before, "resumed");
            }
        }
    }

    @Test
    void aHangAfterTheHandshakeIsNoMatterOfTls() throws Exception {
        Script hangs = talk -> {
            talk.heard();
            talk.hang();
        };
        try (var server = server("signed", hangs)) {
            Endpoint endpoint = Endpoint.tls("127.0.0.1", server.port(), authority());
            // The handshake itself needs a while on a loaded machine.
            assertEquals("WAIT TIMED_OUT", asking.once(endpoint, Duration.ofSeconds(2)));
        }
    }

    @Test
    void aServerThatWantsAClientCertificateIsATlsFailure() throws Exception {
        SSLServerSocket listening = (SSLServerSocket) certificates
                .server("signed")
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        listening.setNeedClientAuth(true);
        try (var server = new OneServer(listening, ANSWERS)) {
            String seen = once("127.0.0.1", server, authority());
            assertTrue(seen.endsWith("TLS_FAILED"), seen);
        }
    }

    /// The connection below TLS ends without a word of TLS.
    @ParameterizedTest
    @CsvSource({"true, WAIT RESET", "false, WAIT CLOSED_EARLY"})
    void anEndAfterTheHandshakeIsToldAsWithoutTls(boolean byReset, String expected) throws Exception {
        SSLContext context = certificates.server("signed");
        Script script = talk -> {
            var secured = (SSLSocket) context.getSocketFactory().createSocket(talk.socket(), null, 0, false);
            secured.setUseClientMode(false);
            new Talk(secured, talk.number(), talk.end()).heard();
            if (byReset) {
                talk.reset();
            }
        };
        try (var server = new OneServer(script)) {
            assertEquals(expected, once("127.0.0.1", server, authority()));
        }
    }

    @Test
    void httpToATlsPortIsSaid() throws Exception {
        try (var server = server("signed", ANSWERS)) {
            Ending ending = ask(Endpoint.plain("127.0.0.1", server.port()), LONG);
            assertEquals("READ NOT_HTTP", Asking.seen(ending));
            assertEquals("speaks TLS; the URL should begin with https", Asking.detail(ending));
        }
    }

    @Test
    void aKeptConnectionIsUsedOverTlsToo() throws Exception {
        Script twice = talk -> {
            ANSWERS.play(talk);
            ANSWERS.play(talk);
            talk.hang();
        };
        try (var server = server("signed", twice);
                Line line = asking.lines.to(Endpoint.tls("127.0.0.1", server.port(), authority()))) {
            assertEquals("200 hi", Asking.seen(line.ask(Asking.QUESTION, Asking.CAP, Deadline.after(LONG))));
            assertEquals("200 hi", Asking.seen(line.ask(Asking.QUESTION, Asking.CAP, Deadline.after(LONG))));
            assertEquals(1, server.connections());
            assertTrue(line.phases().securing() > 0);
        }
    }
}
