package nexus.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import nexus.app.log.Printable;

/// Which certificates a client command trusts beside the JDK's.
///
/// @param caFile  PEM file of `--ca-file`: authorities, or the server's own certificate
/// @param ownFile the `tls_cert_file` of the configuration that was named: whoever shows its first certificate is the
///                server, under whatever address it was asked
record ServerTrust(Optional<Path> caFile, Optional<Path> ownFile) {

    /// @throws CommandFailure if a file can't be read
    void applyTo(HttpsURLConnection connection) {
        List<Certificate> more = new ArrayList<>();
        caFile.ifPresent(file -> more.addAll(read("--ca-file", file)));
        var own = ownFile.map(file -> read("tls_cert_file", file)).orElse(List.of());
        more.addAll(own);
        if (!more.isEmpty()) {
            connection.setSSLSocketFactory(context(more).getSocketFactory());
        }
        // Asked only where the certificate is for other names.
        connection.setHostnameVerifier((_, session) -> !own.isEmpty() && isShown(own.getFirst(), session));
    }

    private static boolean isShown(Certificate own, SSLSession session) {
        try {
            return own.equals(session.getPeerCertificates()[0]);
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }

    private static SSLContext context(List<Certificate> more) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (Certificate one : ofTheJdk()) {
                store.setCertificateEntry("jdk-" + number++, one);
            }
            for (Certificate one : more) {
                store.setCertificateEntry("more-" + number++, one);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("certificates that were read can be trusted", e);
        }
    }

    private static List<Certificate> ofTheJdk() throws GeneralSecurityException {
        for (var manager : managers(null).getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return List.of(x509.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    private static TrustManagerFactory managers(KeyStore storeOrNull) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(storeOrNull);
        return factory;
    }

    private static List<Certificate> read(String what, Path file) {
        String shown = what + " " + Printable.text(file.toString());
        try (InputStream bytes = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(bytes);
            if (certificates.isEmpty()) {
                throw CommandFailure.usage(shown + " holds no certificate");
            }
            return List.copyOf(certificates);
        } catch (NoSuchFileException e) {
            throw CommandFailure.usage(shown + ": no such file");
        } catch (IOException e) {
            throw CommandFailure.usage(shown + " can't be read");
        } catch (CertificateException e) {
            throw CommandFailure.usage(shown + " holds no certificates in PEM form");
        }
    }
}
