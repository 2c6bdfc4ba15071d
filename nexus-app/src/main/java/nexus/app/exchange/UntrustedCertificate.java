package nexus.app.exchange;

import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/// A refused certificate; its message is a whole sentence part, fit to be shown.
final class UntrustedCertificate extends CertificateException {

    private static final long serialVersionUID = 1;
    private static final int NAMES_SHOWN = 5;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private final String advice;

    UntrustedCertificate(Refusal refusal) {
        super(words(refusal));
        this.advice = refusal.advice();
    }

    /// What to do about it.
    String advice() {
        return advice;
    }

    private static String words(Refusal refusal) {
        X509Certificate shown = refusal.certificate();
        return (refusal.intermediate() ? "intermediate certificate " : "certificate ")
                + quoted(shown.getSubjectX500Principal().getName())
                + " " + refusal.fault().words()
                + " (issued by " + quoted(shown.getIssuerX500Principal().getName())
                + (refusal.said().isEmpty() ? whenAndWhere(refusal) + ")" : "): " + refusal.said());
    }

    private static String whenAndWhere(Refusal refusal) {
        X509Certificate shown = refusal.certificate();
        return ", valid " + day(shown.getNotBefore()) + " to " + day(shown.getNotAfter())
                + (refusal.intermediate() ? "" : ", for " + names(shown));
    }

    private static String quoted(String name) {
        return "\"" + Printable.of(name) + "\"";
    }

    private static String day(java.util.Date date) {
        return date.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String names(X509Certificate certificate) {
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            List<String> names = (all == null ? List.<List<?>>of() : all)
                    .stream()
                            .filter(name -> name.get(0) instanceof Integer kind && isHost(kind))
                            .map(name -> Printable.of(String.valueOf(name.get(1))))
                            .toList();
            if (names.isEmpty()) {
                return "no host";
            }
            String first = String.join(", ", names.subList(0, Math.min(NAMES_SHOWN, names.size())));
            return names.size() > NAMES_SHOWN ? first + " and " + (names.size() - NAMES_SHOWN) + " more" : first;
        } catch (CertificateParsingException e) {
            return "hosts that cannot be read";
        }
    }

    private static boolean isHost(int kind) {
        return kind == DNS_NAME || kind == IP_ADDRESS;
    }
}
