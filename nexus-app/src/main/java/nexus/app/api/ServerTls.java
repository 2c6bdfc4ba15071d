package nexus.app.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import nexus.app.config.ServerConfig;
import nexus.app.log.Log;
import nexus.app.log.Printable;

/// Makes a TLS server of two PEM files. The JDK then speaks TLS 1.3 and 1.2, nothing older.
final class ServerTls {

    private static final Log LOG = Log.of("api");
    /// Protects nothing: the store never leaves the memory.
    private static final char[] NO_PASSWORD = {};

    private ServerTls() {}

    /// @throws ApiStartException if the files are no certificate and its key; the message says how to mend them
    static SSLContext context(ServerConfig.Tls files) {
        List<X509Certificate> chain =
                ServerCertificates.read(files.certFile(), text("tls_cert_file", files.certFile()));
        PrivateKey key = ServerKey.read(files.keyFile(), text("tls_key_file", files.keyFile()));
        if (!ServerKey.belongTogether(key, chain.getFirst().getPublicKey())) {
            boolean other = chain.stream().anyMatch(one -> ServerKey.belongTogether(key, one.getPublicKey()));
            throw new ApiStartException(
                    other
                            ? certificate(files) + " must begin with the server's own certificate; those that"
                                    + " signed it follow"
                            : "tls_key_file " + shown(files.keyFile()) + " is not the key of the certificate in "
                                    + certificate(files));
        }
        tellValidity(files.certFile(), chain.getFirst());
        try {
            return context(chain, key);
        } catch (KeyStoreException e) {
            throw new ApiStartException(
                    "the certificates in " + certificate(files) + " make no chain: each must be signed by the next", e);
        } catch (GeneralSecurityException | IOException e) {
            throw new ApiStartException("TLS can't be used with " + certificate(files), e);
        }
    }

    private static SSLContext context(List<X509Certificate> chain, PrivateKey key)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("nexus", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /// Served all the same: whoever is woken at night must not be locked out by a date.
    private static void tellValidity(Path file, X509Certificate certificate) {
        try {
            certificate.checkValidity();
        } catch (CertificateException e) {
            LOG.warn(
                    "the certificate is not valid today, clients will refuse it",
                    "tls_cert_file",
                    file.toString(),
                    "not_before",
                    certificate.getNotBefore().toInstant(),
                    "not_after",
                    certificate.getNotAfter().toInstant());
        }
    }

    private static String certificate(ServerConfig.Tls files) {
        return "tls_cert_file " + shown(files.certFile());
    }

    private static String text(String key, Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new ApiStartException(key + " " + shown(file) + " can't be read", e);
        }
    }

    /// A file as it is named in messages.
    static String shown(Path file) {
        return Printable.text(file.toString());
    }
}
