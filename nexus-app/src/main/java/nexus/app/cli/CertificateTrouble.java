package nexus.app.cli;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/// What was wrong with a server's certificate, and what helps: one line.
final class CertificateTrouble {

    private CertificateTrouble() {}

    /// Empty for what has nothing to do with TLS.
    static Optional<String> of(String base, IOException problem) {
        if (is(problem, CertificateExpiredException.class)) {
            return Optional.of("the certificate of " + base
                    + " has expired: put a renewed one where tls_cert_file says, and restart Nexus");
        }
        if (is(problem, CertificateNotYetValidException.class)) {
            return Optional.of("the certificate of " + base + " is not valid yet: compare the clocks of both machines");
        }
        if (is(problem, CertificateException.class)) {
            return Optional.of("the certificate of " + base + " is not signed by a trusted authority: pass it or its"
                    + " CA with --ca-file, or the server's configuration with -c");
        }
        if (says(problem, "HTTPS hostname")) {
            return Optional.of("the certificate of " + base + " is for other names: use one of them in the address, or"
                    + " pass the server's configuration with -c");
        }
        if (says(problem, "Unsupported or unrecognized SSL message")) {
            return Optional.of("what answers at " + base + " does not speak TLS: use http:// in the address");
        }
        return is(problem, SSLException.class)
                ? Optional.of("the TLS handshake with " + base
                        + " failed: is there a proxy in between, or a server that speaks neither TLS 1.3 nor 1.2?")
                : Optional.empty();
    }

    private static boolean is(Throwable problem, Class<? extends Throwable> kind) {
        return causes(problem).anyMatch(kind::isInstance);
    }

    private static boolean says(Throwable problem, String text) {
        return causes(problem).anyMatch(one -> String.valueOf(one.getMessage()).contains(text));
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, one -> one != null, Throwable::getCause).limit(10);
    }
}
