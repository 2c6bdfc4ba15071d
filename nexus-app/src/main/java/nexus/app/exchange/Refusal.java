package nexus.app.exchange;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.PKIXReason;
import java.security.cert.X509Certificate;

/// Which certificate of a chain is refused, and why: told by the types of what the JDK throws. Its words are only
/// shown, and only where nothing better is known.
///
/// @param intermediate whether it is not the server's own, but stands between that and an authority
/// @param said         the JDK's words; empty where the fault says enough
record Refusal(X509Certificate certificate, boolean intermediate, CertificateFault fault, String said) {

    /// @param known whether a trusted authority stands behind the chain
    static Refusal of(X509Certificate[] chain, CertificateException thrown, boolean known) {
        var outOfDate = CertificateFault.ofDates(chain[0]);
        if (outOfDate.isPresent()) {
            return ofServer(chain[0], outOfDate.get());
        }
        if (known) {
            return ofServer(chain[0], isWeak(thrown) ? CertificateFault.WEAK : CertificateFault.WRONG_HOST);
        }
        return ofPath(chain, thrown);
    }

    static Refusal ofServer(X509Certificate server, CertificateFault fault) {
        return new Refusal(server, false, fault, "");
    }

    private static Refusal ofPath(X509Certificate[] chain, CertificateException thrown) {
        var certificate = chain[0];
        var fault = CertificateFault.OTHER;
        for (Throwable cause = thrown; cause != null && fault == CertificateFault.OTHER; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException path) {
                fault = fault(path, chain[0]);
                // What it wraps knows no place.
                certificate = path.getIndex() > 0 ? at(path) : certificate;
            } else if (cause instanceof CertPathBuilderException && cause.getCause() == null) {
                fault = unknown(chain[0]);
            }
        }
        return new Refusal(
                certificate,
                !certificate.equals(chain[0]),
                fault,
                fault == CertificateFault.OTHER ? words(thrown) : "");
    }

    private static X509Certificate at(CertPathValidatorException path) {
        return (X509Certificate) path.getCertPath().getCertificates().get(path.getIndex());
    }

    private static CertificateFault fault(CertPathValidatorException path, X509Certificate server) {
        return switch (path.getReason()) {
            case BasicReason.EXPIRED -> CertificateFault.EXPIRED;
            case BasicReason.NOT_YET_VALID -> CertificateFault.NOT_YET_VALID;
            case BasicReason.ALGORITHM_CONSTRAINED -> CertificateFault.WEAK;
            case PKIXReason.NO_TRUST_ANCHOR -> unknown(server);
            default -> CertificateFault.OTHER;
        };
    }

    private static CertificateFault unknown(X509Certificate server) {
        boolean self = server.getSubjectX500Principal().equals(server.getIssuerX500Principal());
        return self ? CertificateFault.SELF_SIGNED : CertificateFault.UNKNOWN_AUTHORITY;
    }

    private static boolean isWeak(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertPathValidatorException path
                    && path.getReason() == BasicReason.ALGORITHM_CONSTRAINED) {
                return true;
            }
        }
        return false;
    }

    /// The innermost says it best: the others begin with what they wrap.
    private static String words(Throwable thrown) {
        String words = "";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            words = cause.getMessage() == null ? words : cause.getMessage();
        }
        return Printable.of(words);
    }

    /// What to do about it, one sentence without a full stop.
    String advice() {
        return intermediate && fault == CertificateFault.EXPIRED
                ? "Check certificates: the server must send a newer intermediate"
                : fault.advice();
    }
}
