package nexus.app.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// Whose certificates are good. Make it at start, it costs half a second the first time; share it. Thread-safe.
///
/// Every connection makes a full handshake: a resumed one would show no certificate, so that nobody would see it
/// expire.
public final class TlsTrust {

    private final SSLContext context;
    private final boolean checksHost;

    private TlsTrust(X509ExtendedTrustManager judge, boolean checksHost) throws GeneralSecurityException {
        this.context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {judge}, null);
        // The JDK knows no "no cache": one session for a second is the least it can be told; see forgetSessions.
        context.getClientSessionContext().setSessionCacheSize(1);
        context.getClientSessionContext().setSessionTimeout(1);
        this.checksHost = checksHost;
    }

    /// The authorities that the JDK trusts.
    ///
    /// @throws TlsTrustException if the JDK has none
    public static TlsTrust ofJdk() throws TlsTrustException {
        try {
            return new TlsTrust(new ServerCertificates(standard(null)), true);
        } catch (GeneralSecurityException e) {
            throw new TlsTrustException("the Java runtime's own list of authorities cannot be read", e);
        }
    }

    /// The authorities of a PEM file, instead of the JDK's.
    ///
    /// @throws TlsTrustException if it cannot be read or holds no certificate
    public static TlsTrust ofPem(Path caFile) throws TlsTrustException {
        try (InputStream in = Files.newInputStream(caFile)) {
            return of(store(CertificateFactory.getInstance("X.509").generateCertificates(in)));
        } catch (IOException e) {
            throw new TlsTrustException("ca_file " + caFile + " cannot be read", e);
        } catch (GeneralSecurityException e) {
            throw new TlsTrustException("ca_file " + caFile + " is not a PEM file of certificates", e);
        }
    }

    /// These authorities, instead of the JDK's.
    ///
    /// @throws TlsTrustException if they are none
    public static TlsTrust of(Collection<? extends Certificate> authorities) throws TlsTrustException {
        try {
            return of(store(authorities));
        } catch (IOException | GeneralSecurityException e) {
            throw new TlsTrustException("the certificates of ca_file cannot be used", e);
        }
    }

    private static TlsTrust of(KeyStore authorities) throws GeneralSecurityException {
        return new TlsTrust(new ServerCertificates(standard(authorities)), true);
    }

    /// Any certificate, for any host.
    ///
    /// @throws TlsTrustException if this Java runtime has no TLS
    public static TlsTrust insecure() throws TlsTrustException {
        try {
            return new TlsTrust(new AnyCertificate(), false);
        } catch (GeneralSecurityException e) {
            throw new TlsTrustException("this Java runtime has no TLS", e);
        }
    }

    /// Makes the handshake, on the calling thread.
    ///
    /// @return the secured socket over the raw one
    Socket secure(DeadlineSocket raw, Endpoint endpoint) throws IOException {
        String host = endpoint.host();
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(raw, name, endpoint.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        if (checksHost) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        if (endpoint.literal().isEmpty()) {
            serverName(name).ifPresent(sent -> parameters.setServerNames(List.of(sent)));
        }
        socket.setSSLParameters(parameters);
        forgetSessions();
        socket.startHandshake();
        return socket;
    }

    private static Optional<SNIServerName> serverName(String name) {
        try {
            return Optional.of(new SNIHostName(name));
        } catch (IllegalArgumentException e) {
            // Names that DNS takes but TLS does not (an underscore at a bad place): sent without.
            return Optional.empty();
        }
    }

    private void forgetSessions() {
        SSLSessionContext sessions = context.getClientSessionContext();
        for (byte[] id : Collections.list(sessions.getIds())) {
            SSLSession session = sessions.getSession(id);
            if (session != null) {
                session.invalidate();
            }
        }
    }

    private static KeyStore store(Collection<? extends Certificate> authorities)
            throws GeneralSecurityException, IOException {
        if (authorities.isEmpty()) {
            throw new GeneralSecurityException("no certificate");
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int i = 0;
        for (Certificate certificate : authorities) {
            store.setCertificateEntry("ca-" + i++, certificate);
        }
        return store;
    }

    private static X509ExtendedTrustManager standard(KeyStore authorities) throws GeneralSecurityException {
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(authorities);
        for (TrustManager manager : managers.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager found) {
                return found;
            }
        }
        throw new GeneralSecurityException("no X.509 trust manager");
    }
}
