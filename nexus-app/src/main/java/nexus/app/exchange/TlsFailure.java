package nexus.app.exchange;

import java.io.IOException;
import nexus.app.health.Phase;

/// Says why a handshake failed: by our own verdict on the certificate, which travels as a cause, else by the first
/// bytes that the server sent. No message of the JDK is read.
final class TlsFailure {

    private static final int ALERT = 0x15;
    private static final int HANDSHAKE = 0x16;
    /// Record header (5), handshake header (4), then the version of the server's hello (RFC 5246, 6.2 and 7.4).
    private static final int HELLO_VERSION = 9;

    private static final int ALERT_CODE = 6;
    private static final int OLD_VERSION = 70;

    static final String CHECK_SETTINGS = "Check the server's TLS settings";

    private static final String CHECK_SCHEME = "Check the URL's scheme and the server's TLS settings";
    private static final String UPDATE = "Update the server: Nexus speaks TLS 1.2 and 1.3";

    private TlsFailure() {}

    /// @param first the first bytes from the server, may be none
    static Break of(IOException failure, byte[] first) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UntrustedCertificate untrusted) {
                return told(untrusted.getMessage(), untrusted.advice());
            }
        }
        if (first.length == 0) {
            return told(
                    "the server hung up on the TLS handshake without a word; perhaps it speaks plain HTTP",
                    CHECK_SCHEME);
        }
        return switch (first[0]) {
            case ALERT -> alert(first);
            case HANDSHAKE -> hello(first);
            default -> stranger(first);
        };
    }

    private static Break told(String detail, String advice) {
        return new Break(Phase.TLS, Break.Kind.TLS_FAILED, detail, advice);
    }

    private static Break alert(byte[] first) {
        int code = first.length > ALERT_CODE ? first[ALERT_CODE] & 0xff : -1;
        return told(code < 0 ? "the server refused TLS" : alert(code), code == OLD_VERSION ? UPDATE : CHECK_SETTINGS);
    }

    /// The alerts that a server answers a hello with (RFC 8446, 6.2).
    private static String alert(int code) {
        return switch (code) {
            case 40 -> "the server found no TLS version, cipher or certificate in common (alert handshake_failure)";
            case 70 -> "the server speaks no version of TLS that is still safe (alert protocol_version)";
            case 71 -> "the server wants other ciphers (alert insufficient_security)";
            case 80 -> "the server has trouble of its own (alert internal_error)";
            case 86 -> "the server refused a fallback (alert inappropriate_fallback)";
            case 112 -> "the server knows no host of this name (alert unrecognized_name)";
            case 116 -> "the server wants a client certificate (alert certificate_required)";
            case 120 -> "the server wants another protocol over TLS (alert no_application_protocol)";
            default -> "the server refused TLS (alert " + code + ")";
        };
    }

    private static Break hello(byte[] first) {
        boolean old = first.length > HELLO_VERSION + 1 && first[HELLO_VERSION] == 3 && first[HELLO_VERSION + 1] < 3;
        return old
                ? told(
                        "the server is too old: it speaks TLS 1." + Math.max(0, first[HELLO_VERSION + 1] - 1)
                                + " or before, which is no longer safe",
                        UPDATE)
                : told(
                        "the TLS handshake broke off after the server's hello; perhaps it wants a client certificate",
                        CHECK_SETTINGS);
    }

    private static Break stranger(byte[] first) {
        int end = 0;
        while (end < first.length && first[end] != '\r' && first[end] != '\n') {
            end++;
        }
        String shown = "\"" + Printable.of(first, 0, end) + "\"";
        return first[0] == 'H' || first[0] == '<'
                ? told(
                        "the server answers " + shown
                                + " to TLS: it speaks plain HTTP, the URL should begin with http:",
                        "Write http:// in the URL, or let the server speak TLS")
                : told("the server answers " + shown + " to TLS, which is not TLS", "Check the port in the URL");
    }
}
