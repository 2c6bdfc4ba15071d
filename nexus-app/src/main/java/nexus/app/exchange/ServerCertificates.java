package nexus.app.exchange;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Lets the JDK judge, and says which certificate failed and why: its refusal travels as the cause of what the
/// handshake throws, so that nobody has to read a message. Servers only; we accept no clients.
final class ServerCertificates extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager judge;

    ServerCertificates(X509ExtendedTrustManager judge) {
        this.judge = judge;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        try {
            judge.checkServerTrusted(chain, authType, socket);
        } catch (CertificateException e) {
            throw new UntrustedCertificate(Refusal.of(chain, e, isKnown(chain, authType)));
        }
        checkDates(chain[0]);
    }

    /// The JDK doesn't look at the dates of a certificate that is itself among the trusted ones.
    private static void checkDates(X509Certificate server) throws UntrustedCertificate {
        var fault = CertificateFault.ofDates(server);
        if (fault.isPresent()) {
            throw new UntrustedCertificate(Refusal.ofServer(server, fault.get()));
        }
    }

    /// Whether an authority that we trust stands behind it, whatever host it is for.
    private boolean isKnown(X509Certificate[] chain, String authType) {
        try {
            judge.checkServerTrusted(chain, authType);
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge.checkServerTrusted(chain, authType);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        judge.checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        judge.checkClientTrusted(chain, authType, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return judge.getAcceptedIssuers();
    }
}
