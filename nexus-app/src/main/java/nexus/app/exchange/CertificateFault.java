package nexus.app.exchange;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Optional;

/// Why a server's certificate is not trusted.
enum CertificateFault {
    EXPIRED("has expired", "Check certificates: the server's must be renewed"),
    NOT_YET_VALID("is not valid yet", "Check certificates, and the date on this machine"),
    SELF_SIGNED(
            "is self-signed, and not among the trusted ones",
            "Check certificates; to trust this one, set tls = { ca_file = \"...\" } to it"),
    UNKNOWN_AUTHORITY(
            "comes from an authority that is not trusted",
            "Check certificates; for a private authority set tls = { ca_file = \"...\" }"),
    WRONG_HOST("is for another host", "Check certificates: in url use a host that it is for"),
    WEAK(
            "is signed or keyed with an algorithm that is too weak",
            "Check certificates: the server needs a stronger one"),
    OTHER("is not accepted", "Check certificates");

    private final String words;
    private final String advice;

    CertificateFault(String words, String advice) {
        this.words = words;
        this.advice = advice;
    }

    /// Goes into a sentence that begins with the certificate.
    String words() {
        return words;
    }

    /// What to do about it.
    String advice() {
        return advice;
    }

    /// What the clock of this machine has against it.
    static Optional<CertificateFault> ofDates(X509Certificate certificate) {
        try {
            certificate.checkValidity();
            return Optional.empty();
        } catch (CertificateExpiredException e) {
            return Optional.of(EXPIRED);
        } catch (CertificateNotYetValidException e) {
            return Optional.of(NOT_YET_VALID);
        }
    }
}
