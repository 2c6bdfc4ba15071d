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

    private final CertificateFault fault;

    UntrustedCertificate(X509Certificate[] chain, CertificateFault fault, Throwable cause) {
        super(words(chain, fault), cause);
        this.fault = fault;
    }

    CertificateFault fault() {
        return fault;
    }

    private static String words(X509Certificate[] chain, CertificateFault fault) {
        if (chain.length == 0) {
            return "the server shows no certificate";
        }
        X509Certificate shown = chain[0];
        return "certificate " + quoted(shown.getSubjectX500Principal().getName())
                + " " + fault.words()
                + " (issued by " + quoted(shown.getIssuerX500Principal().getName())
                + ", valid " + day(shown.getNotBefore()) + " to " + day(shown.getNotAfter())
                + ", for " + names(shown) + ")";
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
