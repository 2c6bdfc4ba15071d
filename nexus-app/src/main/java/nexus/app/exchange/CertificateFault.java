package nexus.app.exchange;

import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;

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

    /// @param known whether a trusted authority stands behind the chain
    static CertificateFault of(X509Certificate[] chain, CertificateException refusal, boolean known) {
        if (chain.length == 0) {
            return OTHER;
        }
        try {
            chain[0].checkValidity();
        } catch (CertificateExpiredException e) {
            return EXPIRED;
        } catch (CertificateNotYetValidException e) {
            return NOT_YET_VALID;
        }
        if (known) {
            return isWeak(refusal) ? WEAK : WRONG_HOST;
        }
        return unknown(chain, refusal);
    }

    private static CertificateFault unknown(X509Certificate[] chain, CertificateException refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException path && path.getReason() instanceof BasicReason reason) {
                switch (reason) {
                    case EXPIRED -> {
                        return EXPIRED;
                    }
                    case NOT_YET_VALID -> {
                        return NOT_YET_VALID;
                    }
                    case ALGORITHM_CONSTRAINED -> {
                        return WEAK;
                    }
                    case UNSPECIFIED, REVOKED, UNDETERMINED_REVOCATION_STATUS, INVALID_SIGNATURE -> {}
                }
            }
        }
        boolean self = chain[0].getSubjectX500Principal().equals(chain[0].getIssuerX500Principal());
        return self ? SELF_SIGNED : UNKNOWN_AUTHORITY;
    }

    private static boolean isWeak(Throwable refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException path
                    && path.getReason() == BasicReason.ALGORITHM_CONSTRAINED) {
                return true;
            }
        }
        return false;
    }
}
