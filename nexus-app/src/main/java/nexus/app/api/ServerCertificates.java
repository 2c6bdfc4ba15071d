package nexus.app.api;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// Reads `tls_cert_file`: the server's certificate, and those that signed it.
final class ServerCertificates {

    private ServerCertificates() {}

    /// At least one, in the file's order.
    ///
    /// @throws ApiStartException if there is none, or one that can't be read
    static List<X509Certificate> read(Path file, String text) {
        var certificates = new ArrayList<X509Certificate>();
        for (var block : Pem.blocks(text)) {
            if (block.label().equals("CERTIFICATE")) {
                certificates.add(certificate(file, block));
            }
        }
        if (certificates.isEmpty()) {
            throw new ApiStartException("tls_cert_file " + ServerTls.shown(file)
                    + " holds no certificate in PEM form (-----BEGIN CERTIFICATE-----); from DER:"
                    + " openssl x509 -inform der -in " + ServerTls.shown(file) + " -out cert.pem");
        }
        return certificates;
    }

    private static X509Certificate certificate(Path file, Pem block) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.bytes()));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new ApiStartException(
                    "tls_cert_file " + ServerTls.shown(file) + " holds a certificate that can't be read", e);
        }
    }
}
